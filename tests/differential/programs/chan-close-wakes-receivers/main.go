// A close wakes every receiver that waits, each with ok false.
package main

import (
	"fmt"
	"time"

	"tracedpatterns/differential/rule"
)

func main() {
	rule.Bubble(func() {
		ch, woken := make(chan int), make(chan bool)
		for range 3 {
			go func() {
				_, ok := <-ch
				woken <- ok
			}()
		}
		time.Sleep(5 * time.Millisecond)
		close(ch)
		for range 3 {
			fmt.Println(<-woken)
		}
	})
}
