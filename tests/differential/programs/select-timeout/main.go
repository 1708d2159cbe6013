// With a timer among its cases a select waits no longer than that.
package main

import (
	"fmt"
	"time"

	"tracedpatterns/differential/rule"
)

func main() {
	rule.Bubble(func() {
		elapsed := rule.Clock()
		ch := make(chan string, 1)
		go func() {
			time.Sleep(30 * time.Millisecond)
			ch <- "late"
		}()
		for range 2 {
			select {
			case v := <-ch:
				fmt.Println(v, elapsed())
			case <-time.After(20 * time.Millisecond):
				fmt.Println("timeout", elapsed())
			}
		}
	})
}
