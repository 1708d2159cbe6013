// A canceled context is done for good, its error is context.Canceled, and to cancel again changes nothing.
package main

import (
	"context"
	"fmt"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	fmt.Println(ctx.Err(), context.Cause(ctx))
	cancel()
	cancel()
	_, ok := <-ctx.Done()
	fmt.Println(ok, ctx.Err(), context.Cause(ctx) == context.Canceled)
}
