// A request that gives up leaves the queue and takes nothing; an ended context is refused although there is room.
package main

import (
	"context"
	"fmt"
	"time"

	"golang.org/x/sync/semaphore"

	"tracedpatterns/differential/rule"
)

func main() {
	rule.Bubble(func() {
		elapsed := rule.Clock()
		sem := semaphore.NewWeighted(2)
		sem.TryAcquire(1)
		impatient, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
		defer cancel()
		behind := make(chan int64)
		go func() {
			time.Sleep(time.Millisecond)
			if sem.Acquire(context.Background(), 1) == nil {
				behind <- elapsed()
			}
		}()
		fmt.Println(sem.Acquire(impatient, 2), "at", elapsed())
		fmt.Println("the one behind got in at", <-behind)
		sem.Release(2)
		fmt.Println(sem.Acquire(impatient, 1))
		fmt.Println(sem.TryAcquire(2))
	})
}
