// The first cause counts, is seen below, and leaves the error Canceled; no cause means Canceled.
package main

import (
	"context"
	"errors"
	"fmt"
)

func main() {
	ctx, cancel := context.WithCancelCause(context.Background())
	child, cancelChild := context.WithCancel(ctx)
	defer cancelChild()
	early, cancelEarly := context.WithCancelCause(ctx)
	cancelEarly(errors.New("closed early"))
	cancel(errors.New("disk full"))
	cancel(errors.New("too late"))
	for _, c := range []context.Context{ctx, child, early} {
		fmt.Println(c.Err(), "because", context.Cause(c))
	}
	plain, cancelPlain := context.WithCancelCause(context.Background())
	cancelPlain(nil)
	fmt.Println(plain.Err(), "because", context.Cause(plain))
}
