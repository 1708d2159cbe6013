// A context below an ended one is over from the start, with its parent's error and cause, and still tells its own deadline.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"tracedpatterns/differential/rule"
)

func main() {
	rule.Bubble(func() {
		now := time.Now()
		parent, cancel := context.WithCancelCause(context.Background())
		cancel(errors.New("closing time"))
		child, cancelChild := context.WithDeadlineCause(parent, now.Add(50*time.Millisecond), errors.New("too slow"))
		defer cancelChild()
		at, has := child.Deadline()
		fmt.Println(child.Err(), "because", context.Cause(child), has, at.Sub(now).Milliseconds())
		past, cancelPast := context.WithDeadlineCause(context.Background(), now.Add(-time.Second), errors.New("too slow"))
		defer cancelPast()
		fmt.Println(past.Err(), "because", context.Cause(past))
	})
}
