package main

import (
	"context"
	"time"
)

// scale weighs a sack every so often for as long as the context
// lives. When it ends the scale stops; it does not close anything.
func scale(ctx context.Context, every time.Duration) <-chan int {
	out := make(chan int)
	go func() {
		for kg := 60; ; kg++ {
			time.Sleep(every)
			select {
			case out <- kg:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}
