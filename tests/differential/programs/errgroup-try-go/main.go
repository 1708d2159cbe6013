// TryGo starts only where the limit leaves room; a limit must not change while goroutines are active.
package main

import (
	"context"
	"fmt"

	"golang.org/x/sync/errgroup"

	"tracedpatterns/differential/rule"
)

func main() {
	group, _ := errgroup.WithContext(context.Background())
	group.SetLimit(1)
	release := make(chan bool)
	wait := func() error { <-release; return nil }
	fmt.Println(group.TryGo(wait), group.TryGo(wait))
	fmt.Println(rule.Caught(func() { group.SetLimit(2) }))
	close(release)
	fmt.Println(group.Wait() == nil)
	group.SetLimit(2)
	fmt.Println(group.TryGo(wait), group.TryGo(wait), group.Wait() == nil)
}
