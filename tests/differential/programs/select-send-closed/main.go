// A send case on a closed channel is ready, and panics when it is chosen.
package main

import (
	"fmt"

	"tracedpatterns/differential/rule"
)

func main() {
	ch := make(chan int)
	close(ch)
	fmt.Println(rule.Caught(func() {
		select {
		case ch <- 1:
			fmt.Println("sent")
		default:
			fmt.Println("default")
		}
	}))
}
