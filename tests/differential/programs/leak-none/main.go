// A goroutine that can still run when main returns, and ends without waiting for time, has not leaked.
package main

import (
	"fmt"

	"tracedpatterns/differential/rule"
)

func main() {
	rule.Bubble(func() {
		ch := make(chan int, 1)
		go func() {
			for v := range ch {
				fmt.Println("got", v)
			}
		}()
		ch <- 1
		close(ch)
	})
}
