// A select that waits to send panics when its channel is closed.
package main

import (
	"fmt"
	"time"

	"tracedpatterns/differential/rule"
)

func main() {
	rule.Bubble(func() {
		out, in, failed := make(chan int), make(chan int), make(chan any)
		go func() {
			failed <- rule.Caught(func() {
				select {
				case out <- 1:
				case <-in:
				}
			})
		}()
		time.Sleep(time.Millisecond)
		close(out)
		fmt.Println(<-failed)
	})
}
