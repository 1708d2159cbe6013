// Without an error the context lives until Wait returns, and is canceled then.
package main

import (
	"context"
	"fmt"

	"golang.org/x/sync/errgroup"
)

func main() {
	group, ctx := errgroup.WithContext(context.Background())
	group.Go(func() error { return nil })
	group.Go(func() error { return ctx.Err() })
	err := group.Wait()
	fmt.Println(err == nil, ctx.Err(), context.Cause(ctx))
}
