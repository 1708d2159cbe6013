// A select that waited takes one value only; what comes to its other channels stays there.
package main

import (
	"fmt"
	"time"

	"tracedpatterns/differential/rule"
)

func main() {
	rule.Bubble(func() {
		a, b, chosen := make(chan int, 1), make(chan int, 1), make(chan string)
		go func() {
			select {
			case <-a:
				chosen <- "a"
			case <-b:
				chosen <- "b"
			}
		}()
		time.Sleep(time.Millisecond)
		b <- 1
		a <- 1
		fmt.Println(<-chosen, len(a), len(b))
	})
}
