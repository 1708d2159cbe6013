// Receivers that wait are served in the order in which they came.
package main

import (
	"fmt"
	"sync"
	"time"

	"tracedpatterns/differential/rule"
)

func main() {
	rule.Bubble(func() {
		ch := make(chan string)
		var got [3]string
		var group sync.WaitGroup
		for i := range got {
			group.Go(func() { got[i] = <-ch })
			time.Sleep(time.Millisecond)
		}
		for _, v := range []string{"first", "second", "third"} {
			ch <- v
		}
		group.Wait()
		for i, v := range got {
			fmt.Println(i, v)
		}
	})
}
