// Under a limit Go waits until fewer are running.
package main

import (
	"context"
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"

	"tracedpatterns/differential/rule"
)

func main() {
	rule.Bubble(func() {
		elapsed := rule.Clock()
		group, _ := errgroup.WithContext(context.Background())
		group.SetLimit(2)
		for i := range 5 {
			group.Go(func() error {
				time.Sleep(10 * time.Millisecond)
				return nil
			})
			fmt.Println("started", i, "at", elapsed())
		}
		fmt.Println(group.Wait() == nil, elapsed())
	})
}
