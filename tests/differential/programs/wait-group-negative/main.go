// A counter below 0 is a panic.
package main

import (
	"fmt"
	"sync"

	"tracedpatterns/differential/rule"
)

func main() {
	var group sync.WaitGroup
	fmt.Println(rule.Caught(func() { group.Done() }))
	var other sync.WaitGroup
	other.Add(2)
	fmt.Println(rule.Caught(func() { other.Add(-3) }))
}
