// To release more than is held is a panic.
package main

import (
	"fmt"

	"golang.org/x/sync/semaphore"

	"tracedpatterns/differential/rule"
)

func main() {
	sem := semaphore.NewWeighted(2)
	sem.TryAcquire(1)
	fmt.Println(rule.Caught(func() { sem.Release(2) }))
}
