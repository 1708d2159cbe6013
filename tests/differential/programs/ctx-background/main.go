// The background context is never done, has no deadline and no values.
package main

import (
	"context"
	"fmt"
)

type key struct{}

func main() {
	ctx := context.Background()
	_, has := ctx.Deadline()
	fmt.Println(has, ctx.Err(), ctx.Value(key{}))
	select {
	case <-ctx.Done():
		fmt.Println("done")
	default:
		fmt.Println("never done")
	}
	<-ctx.Done()
}
