// A timeout's own cause is given only when the time is over, not when somebody cancels before.
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
		slow := errors.New("the kitchen is slow")
		over, cancelOver := context.WithTimeoutCause(context.Background(), 10*time.Millisecond, slow)
		defer cancelOver()
		stopped, cancel := context.WithTimeoutCause(context.Background(), 10*time.Millisecond, slow)
		cancel()
		time.Sleep(20 * time.Millisecond)
		fmt.Println(over.Err(), "because", context.Cause(over))
		fmt.Println(stopped.Err(), "because", context.Cause(stopped))
	})
}
