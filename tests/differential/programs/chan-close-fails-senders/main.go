// A close makes every send that waits on the channel panic.
package main

import (
	"fmt"
	"time"

	"tracedpatterns/differential/rule"
)

func main() {
	rule.Bubble(func() {
		ch, failed := make(chan int), make(chan any)
		for i := range 2 {
			go func() { failed <- rule.Caught(func() { ch <- i }) }()
		}
		time.Sleep(5 * time.Millisecond)
		close(ch)
		fmt.Println(<-failed)
		fmt.Println(<-failed)
		_, ok := <-ch
		fmt.Println("received anything:", ok)
	})
}
