// OnceFunc panics again with the same value at every call, unlike Once.
package main

import (
	"errors"
	"fmt"
	"sync"

	"tracedpatterns/differential/rule"
)

func main() {
	calls := 0
	reason := errors.New("no disk")
	start := sync.OnceFunc(func() {
		calls++
		panic(reason)
	})
	for range 3 {
		caught := rule.Caught(start)
		fmt.Println(caught, caught == reason, calls)
	}
}
