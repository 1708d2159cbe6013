// Signal wakes the one that has waited longest, and nobody if nobody waits.
package main

import (
	"fmt"
	"sync"
	"time"

	"tracedpatterns/differential/rule"
)

func main() {
	rule.Bubble(func() {
		var mu sync.Mutex
		cond := sync.NewCond(&mu)
		log := make(chan string, 3)
		cond.Signal() // lost
		for _, name := range []string{"first", "second", "third"} {
			go func() {
				mu.Lock()
				defer mu.Unlock()
				cond.Wait()
				log <- name
			}()
			time.Sleep(time.Millisecond)
		}
		fmt.Println("woken", len(log))
		for range 3 {
			cond.Signal()
			time.Sleep(time.Millisecond)
			fmt.Println(<-log, len(log))
		}
	})
}
