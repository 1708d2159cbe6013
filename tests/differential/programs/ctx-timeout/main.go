// A timeout ends the context by itself, with DeadlineExceeded; a cancel that comes later changes nothing.
package main

import (
	"context"
	"fmt"
	"time"

	"tracedpatterns/differential/rule"
)

func main() {
	rule.Bubble(func() {
		elapsed := rule.Clock()
		ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
		fmt.Println(ctx.Err())
		<-ctx.Done()
		fmt.Println(ctx.Err(), "after", elapsed())
		cancel()
		fmt.Println(ctx.Err(), context.Cause(ctx))
	})
}
