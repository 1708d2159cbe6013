// Sleepers wake in the order of their times, not of their starts; 0 and less do not wait.
package main

import (
	"fmt"
	"sync"
	"time"

	"tracedpatterns/differential/rule"
)

func main() {
	rule.Bubble(func() {
		elapsed := rule.Clock()
		time.Sleep(0)
		time.Sleep(-time.Second)
		fmt.Println("main", elapsed())
		var group sync.WaitGroup
		for _, ms := range []int{30, 10, 20} {
			group.Go(func() {
				time.Sleep(time.Duration(ms) * time.Millisecond)
				fmt.Println(ms, elapsed())
			})
		}
		group.Wait()
	})
}
