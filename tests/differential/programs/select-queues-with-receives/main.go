// A select that waits stands in the same queue as plain receives, and leaves it when served elsewhere.
package main

import (
	"fmt"
	"time"

	"tracedpatterns/differential/rule"
)

func main() {
	rule.Bubble(func() {
		ch, other, log := make(chan int), make(chan int), make(chan string, 3)
		go func() {
			select {
			case v := <-ch:
				log <- fmt.Sprint("select, ch ", v)
			case v := <-other:
				log <- fmt.Sprint("select, other ", v)
			}
		}()
		time.Sleep(time.Millisecond)
		go func() { log <- fmt.Sprint("receive ", <-ch) }()
		time.Sleep(time.Millisecond)
		other <- 1
		time.Sleep(time.Millisecond)
		ch <- 2
		fmt.Println(<-log)
		fmt.Println(<-log)
	})
}
