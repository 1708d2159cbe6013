// A timer's channel shows no length and no capacity, whether its time has come or not.
package main

import (
	"fmt"
	"time"

	"tracedpatterns/differential/rule"
)

func main() {
	rule.Bubble(func() {
		timer := time.NewTimer(10 * time.Millisecond)
		fmt.Println(len(timer.C), cap(timer.C))
		time.Sleep(20 * time.Millisecond)
		fmt.Println(len(timer.C), cap(timer.C))
		select {
		case <-timer.C:
			fmt.Println("and yet it is there")
		default:
			fmt.Println("nothing")
		}
	})
}
