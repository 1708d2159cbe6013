// Reset changes the interval from now on; a stopped ticker gives nothing and closes nothing.
package main

import (
	"fmt"
	"time"

	"tracedpatterns/differential/rule"
)

func main() {
	rule.Bubble(func() {
		elapsed := rule.Clock()
		ticker := time.NewTicker(10 * time.Millisecond)
		<-ticker.C
		time.Sleep(5 * time.Millisecond)
		ticker.Reset(20 * time.Millisecond)
		<-ticker.C
		fmt.Println(elapsed())
		<-ticker.C
		fmt.Println(elapsed())
		ticker.Stop()
		select {
		case _, ok := <-ticker.C:
			fmt.Println("tick", ok)
		case <-time.After(time.Second):
			fmt.Println("silence")
		}
		fmt.Println(rule.Caught(func() { time.NewTicker(0) }))
		fmt.Println(rule.Caught(func() { ticker.Reset(-1) }))
	})
}
