// Broadcast wakes all that wait; each has the lock again when its Wait returns.
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
		var group sync.WaitGroup
		cond := sync.NewCond(&mu)
		open, passed := false, 0
		for range 3 {
			group.Go(func() {
				mu.Lock()
				defer mu.Unlock()
				for !open {
					cond.Wait()
				}
				fmt.Println("held:", !mu.TryLock())
				passed++
			})
		}
		time.Sleep(time.Millisecond)
		cond.Broadcast() // the condition does not hold yet: all go on waiting
		time.Sleep(time.Millisecond)
		mu.Lock()
		fmt.Println("passed", passed)
		open = true
		mu.Unlock()
		cond.Broadcast()
		group.Wait()
		fmt.Println("passed", passed)
	})
}
