// A request for more than there is waits for its context to end, and holds up nobody.
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
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
		defer cancel()
		refused := make(chan string)
		go func() { refused <- fmt.Sprint(sem.Acquire(ctx, 3), " at ", elapsed()) }()
		time.Sleep(time.Millisecond)
		fmt.Println(sem.Acquire(ctx, 2) == nil, elapsed())
		fmt.Println(<-refused)
	})
}
