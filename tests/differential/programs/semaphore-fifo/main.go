// A heavy request at the front is not overtaken by light ones behind it, not even by TryAcquire.
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
		sem := semaphore.NewWeighted(3)
		log := make(chan string, 2)
		take := func(name string, weight int64) {
			if sem.Acquire(ctx, weight) == nil {
				log <- fmt.Sprint(name, " at ", elapsed())
				time.Sleep(5 * time.Millisecond)
				sem.Release(weight)
			}
		}
		fmt.Println(sem.TryAcquire(2))
		go take("heavy", 3)
		time.Sleep(time.Millisecond)
		go take("light", 1)
		time.Sleep(time.Millisecond)
		fmt.Println("one is free, but somebody waits:", sem.TryAcquire(1))
		time.Sleep(8 * time.Millisecond)
		sem.Release(2)
		fmt.Println(<-log)
		fmt.Println(<-log)
		time.Sleep(10 * time.Millisecond)
		fmt.Println(sem.TryAcquire(3), sem.TryAcquire(1))
	})
}
