// A ticker keeps to its times; for a slow receiver it leaves ticks out.
package main

import (
	"fmt"
	"time"

	"tracedpatterns/differential/rule"
)

func main() {
	rule.Bubble(func() {
		start := time.Now()
		ticker := time.NewTicker(10 * time.Millisecond)
		defer ticker.Stop()
		for _, work := range []int{0, 0, 35, 3, 0, 0} {
			tick := <-ticker.C
			fmt.Println("tick", tick.Sub(start).Milliseconds(), "at", time.Since(start).Milliseconds())
			time.Sleep(time.Duration(work) * time.Millisecond)
		}
	})
}
