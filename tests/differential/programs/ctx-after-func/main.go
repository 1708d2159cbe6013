// AfterFunc runs a function in a goroutine of its own when the context ends; stop says whether it prevented that.
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
		ctx, cancel := context.WithCancel(context.Background())
		stopRun := context.AfterFunc(ctx, func() {
			time.Sleep(5 * time.Millisecond)
			fmt.Println("ran", elapsed())
		})
		stopNever := context.AfterFunc(ctx, func() { fmt.Println("never") })
		fmt.Println("stopped", stopNever(), stopNever())
		time.Sleep(10 * time.Millisecond)
		cancel()
		fmt.Println("canceled", elapsed(), stopRun())
		time.Sleep(10 * time.Millisecond)
		late := make(chan bool)
		stopLate := context.AfterFunc(ctx, func() { late <- true })
		fmt.Println("late", <-late, stopLate())
	})
}
