// A send on an unbuffered channel is over when a receiver has taken the value, not before.
package main

import (
	"fmt"
	"time"

	"tracedpatterns/differential/rule"
)

func main() {
	rule.Bubble(func() {
		elapsed := rule.Clock()
		ch, over := make(chan string), make(chan int64)
		go func() {
			ch <- "hello"
			over <- elapsed()
		}()
		time.Sleep(20 * time.Millisecond)
		fmt.Println(<-ch)
		fmt.Println("sent after", <-over, "ms")
	})
}
