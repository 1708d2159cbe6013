// The cause of a deadline above is the cause below, also where the one below has a later deadline with its own cause.
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
		at := time.Now()
		outer, cancelOuter := context.WithDeadlineCause(context.Background(), at.Add(10*time.Millisecond), errors.New("outer"))
		defer cancelOuter()
		inner, cancelInner := context.WithDeadlineCause(outer, at.Add(20*time.Millisecond), errors.New("inner"))
		defer cancelInner()
		first, cancelFirst := context.WithDeadlineCause(outer, at.Add(5*time.Millisecond), errors.New("first"))
		defer cancelFirst()
		time.Sleep(30 * time.Millisecond)
		fmt.Println(context.Cause(outer), context.Cause(inner), context.Cause(first))
		fmt.Println(inner.Err())
	})
}
