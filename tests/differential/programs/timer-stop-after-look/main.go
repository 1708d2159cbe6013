// A timer that a select saw due, and did not choose, can still be stopped or set again; its time is then never received.
package main

import (
	"fmt"
	"time"

	"tracedpatterns/differential/rule"
)

// seen gives a timer that was ready in a select which chose its other case.
func seen() *time.Timer {
	for {
		timer, other := time.NewTimer(10*time.Millisecond), make(chan bool)
		close(other)
		time.Sleep(20 * time.Millisecond)
		select {
		case <-timer.C:
		case <-other:
			return timer
		}
	}
}

func main() {
	rule.Bubble(func() {
		fmt.Println(seen().Stop())
		timer, start := seen(), time.Now()
		fmt.Println(timer.Reset(30 * time.Millisecond))
		<-timer.C
		fmt.Println(time.Since(start).Milliseconds())
	})
}
