// Two goroutines that each wait for the other are a deadlock.
package main

import "fmt"

func main() {
	a, b := make(chan int), make(chan int)
	go func() {
		a <- 1
		<-b
	}()
	b <- 2
	fmt.Println("never", <-a)
}
