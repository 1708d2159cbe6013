// A receive that nobody will serve, with nothing else to run: all goroutines are asleep.
package main

import "fmt"

func main() {
	ch := make(chan int)
	fmt.Println("waiting")
	<-ch
	fmt.Println("never")
}
