// Wait gives the first error, after all have ended; that error cancels the context and is its cause.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"

	"tracedpatterns/differential/rule"
)

func main() {
	rule.Bubble(func() {
		elapsed := rule.Clock()
		group, ctx := errgroup.WithContext(context.Background())
		for _, ms := range []int{30, 10, 20} {
			group.Go(func() error {
				time.Sleep(time.Duration(ms) * time.Millisecond)
				return errors.New(fmt.Sprint("failed at ", ms))
			})
		}
		<-ctx.Done()
		fmt.Println("canceled at", elapsed(), ctx.Err(), "because", context.Cause(ctx))
		fmt.Println(group.Wait(), "known at", elapsed())
	})
}
