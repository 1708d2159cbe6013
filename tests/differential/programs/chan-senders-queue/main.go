// Senders that wait are served in the order in which they came.
package main

import (
	"fmt"
	"time"

	"tracedpatterns/differential/rule"
)

func main() {
	rule.Bubble(func() {
		ch := make(chan int)
		for i := range 4 {
			go func() { ch <- i }()
			time.Sleep(time.Millisecond)
		}
		for range 4 {
			fmt.Println(<-ch)
		}
	})
}
