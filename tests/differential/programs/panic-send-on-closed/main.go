// A send on a closed channel that nobody recovers ends the program with Go's message.
package main

import "fmt"

func main() {
	ch := make(chan int, 1)
	ch <- 1
	close(ch)
	fmt.Println("closed")
	ch <- 2
}
