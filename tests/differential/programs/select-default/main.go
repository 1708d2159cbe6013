// The default case is taken only when no other is ready.
package main

import "fmt"

func main() {
	ch := make(chan int, 1)
	look := func() {
		select {
		case v := <-ch:
			fmt.Println("received", v)
		default:
			fmt.Println("nothing")
		}
	}
	look()
	ch <- 5
	look()
	look()
}
