// Under a limit of 0 nothing starts; a negative limit is none.
package main

import (
	"context"
	"fmt"

	"golang.org/x/sync/errgroup"
)

func main() {
	group, _ := errgroup.WithContext(context.Background())
	nothing := func() error { return nil }
	group.SetLimit(0)
	fmt.Println(group.TryGo(nothing))
	group.SetLimit(-1)
	fmt.Println(group.TryGo(nothing), group.TryGo(nothing))
	fmt.Println(group.Wait() == nil)
	group.SetLimit(0)
	group.Go(nothing)
	fmt.Println("never")
}
