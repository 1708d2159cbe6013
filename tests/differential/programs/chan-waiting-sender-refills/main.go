// A receive from a full buffer lets the sender that waited longest put its value at the end, at once.
package main

import (
	"fmt"
	"time"

	"tracedpatterns/differential/rule"
)

func main() {
	rule.Bubble(func() {
		ch := make(chan string, 1)
		ch <- "first"
		go func() { ch <- "second" }()
		time.Sleep(time.Millisecond)
		go func() { ch <- "third" }()
		time.Sleep(time.Millisecond)
		for range 3 {
			fmt.Println(<-ch, len(ch))
		}
	})
}
