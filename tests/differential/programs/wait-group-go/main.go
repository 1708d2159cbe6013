// WaitGroup.Go counts for you, and one Wait is enough for several waiters.
package main

import (
	"fmt"
	"sync"
	"time"

	"tracedpatterns/differential/rule"
)

func main() {
	rule.Bubble(func() {
		elapsed := rule.Clock()
		var work, waiters sync.WaitGroup
		for i := range 3 {
			work.Go(func() { time.Sleep(time.Duration(i+1) * 10 * time.Millisecond) })
		}
		var woken [2]int64
		for i := range woken {
			waiters.Go(func() {
				work.Wait()
				woken[i] = elapsed()
			})
		}
		waiters.Wait()
		fmt.Println(woken[0], woken[1])
	})
}
