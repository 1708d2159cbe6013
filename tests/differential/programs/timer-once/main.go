// A timer fires once, with the time at which it was due, however late it is received.
package main

import (
	"fmt"
	"time"

	"tracedpatterns/differential/rule"
)

func main() {
	rule.Bubble(func() {
		start := time.Now()
		timer := time.NewTimer(10 * time.Millisecond)
		time.Sleep(25 * time.Millisecond)
		fmt.Println((<-timer.C).Sub(start).Milliseconds(), time.Since(start).Milliseconds())
		select {
		case <-timer.C:
			fmt.Println("again")
		case <-time.After(time.Second):
			fmt.Println("never again")
		}
		fmt.Println(timer.Stop(), timer.Reset(5*time.Millisecond))
		fmt.Println((<-timer.C).Sub(start).Milliseconds())
	})
}
