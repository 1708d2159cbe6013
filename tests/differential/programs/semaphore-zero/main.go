// A request for nothing is granted at once where nobody waits, and waits in line where somebody does.
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
		ctx := context.Background()
		sem := semaphore.NewWeighted(1)
		fmt.Println(sem.TryAcquire(1), sem.TryAcquire(0), sem.Acquire(ctx, 0) == nil)
		go func() {
			if sem.Acquire(ctx, 1) == nil {
				sem.Release(1)
			}
		}()
		time.Sleep(time.Millisecond)
		go func() {
			time.Sleep(10 * time.Millisecond)
			sem.Release(1)
		}()
		fmt.Println(sem.TryAcquire(0), sem.Acquire(ctx, 0) == nil, elapsed())
	})
}
