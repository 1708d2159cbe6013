// Wait returns at once while the counter is 0, otherwise when it is 0 again; then the group can be used anew.
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
		var group sync.WaitGroup
		group.Wait()
		fmt.Println("nothing to wait for", elapsed())
		for round := range 2 {
			for _, ms := range []int{10, 30, 20} {
				group.Add(1)
				go func() {
					defer group.Done()
					time.Sleep(time.Duration(ms) * time.Millisecond)
				}()
			}
			group.Wait()
			fmt.Println("round", round, elapsed())
		}
	})
}
