// A select with a send and a receive on one channel does not meet itself.
package main

import "fmt"

func main() {
	ch := make(chan int)
	select {
	case ch <- 1:
		fmt.Println("sent")
	case <-ch:
		fmt.Println("received")
	}
}
