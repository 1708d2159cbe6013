// A send on a buffered channel waits only while the buffer is full.
package main

import (
	"fmt"
	"time"

	"tracedpatterns/differential/rule"
)

func main() {
	rule.Bubble(func() {
		elapsed := rule.Clock()
		ch := make(chan int, 2)
		fmt.Println("len", len(ch), "cap", cap(ch))
		go func() {
			time.Sleep(30 * time.Millisecond)
			<-ch
		}()
		for i := range 3 {
			ch <- i
			fmt.Println("sent", i, "at", elapsed(), "ms, len", len(ch))
		}
	})
}
