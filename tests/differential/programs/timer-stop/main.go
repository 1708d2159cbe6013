// A stopped timer never fires, even if it was due and not received; Stop says whether it was in time.
package main

import (
	"fmt"
	"time"

	"tracedpatterns/differential/rule"
)

func main() {
	rule.Bubble(func() {
		fired := func(timer *time.Timer) bool {
			select {
			case <-timer.C:
				return true
			case <-time.After(time.Second):
				return false
			}
		}
		running := time.NewTimer(10 * time.Millisecond)
		fmt.Println(running.Stop(), running.Stop(), fired(running))
		due := time.NewTimer(10 * time.Millisecond)
		time.Sleep(20 * time.Millisecond)
		fmt.Println(due.Stop(), fired(due))
		received := time.NewTimer(10 * time.Millisecond)
		<-received.C
		fmt.Println(received.Stop(), fired(received))
	})
}
