// The deadline of a context is the earliest of its own and those above; the error comes from whoever is first.
package main

import (
	"context"
	"fmt"
	"time"

	"tracedpatterns/differential/rule"
)

func main() {
	rule.Bubble(func() {
		start := time.Now()
		elapsed := rule.Clock()
		outer, cancelOuter := context.WithTimeout(context.Background(), 40*time.Millisecond)
		defer cancelOuter()
		later, cancelLater := context.WithTimeout(outer, time.Hour)
		defer cancelLater()
		sooner, cancelSooner := context.WithDeadline(outer, start.Add(10*time.Millisecond))
		defer cancelSooner()
		for _, ctx := range []context.Context{outer, later, sooner} {
			at, has := ctx.Deadline()
			fmt.Println(has, at.Sub(start).Milliseconds())
		}
		<-sooner.Done()
		fmt.Println(elapsed(), sooner.Err(), outer.Err())
		<-later.Done()
		fmt.Println(elapsed(), later.Err(), outer.Err())
	})
}
