// A Cond on the reading side of an RWMutex lets several waiters on together after a Broadcast.
package main

import (
	"fmt"
	"sync"
	"time"

	"tracedpatterns/differential/rule"
)

func main() {
	rule.Bubble(func() {
		var rw sync.RWMutex
		var group sync.WaitGroup
		cond := sync.NewCond(rw.RLocker())
		inside := make(chan bool)
		for range 2 {
			group.Go(func() {
				rw.RLock()
				cond.Wait()
				inside <- true // while reading
				time.Sleep(5 * time.Millisecond)
				rw.RUnlock()
			})
		}
		time.Sleep(time.Millisecond)
		fmt.Println("a writer fits between:", rw.TryLock())
		rw.Unlock()
		cond.Broadcast()
		<-inside
		<-inside
		fmt.Println("both read at once:", !rw.TryLock())
		group.Wait()
		fmt.Println("free:", rw.TryLock())
	})
}
