// A deadline that has passed, and a timeout of 0 or less, end the context at once.
package main

import (
	"context"
	"fmt"
	"time"

	"tracedpatterns/differential/rule"
)

func main() {
	rule.Bubble(func() {
		past, cancel := context.WithDeadline(context.Background(), time.Now().Add(-time.Second))
		defer cancel()
		none, cancel := context.WithTimeout(context.Background(), 0)
		defer cancel()
		fmt.Println(past.Err(), "/", none.Err())
		child, cancel := context.WithCancel(past)
		defer cancel()
		fmt.Println(child.Err())
	})
}
