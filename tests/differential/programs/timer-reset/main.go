// Reset starts the time anew; a time that was due before the Reset is never received.
package main

import (
	"fmt"
	"time"

	"tracedpatterns/differential/rule"
)

func main() {
	rule.Bubble(func() {
		elapsed := rule.Clock()
		timer := time.NewTimer(10 * time.Millisecond)
		time.Sleep(5 * time.Millisecond)
		fmt.Println(timer.Reset(10 * time.Millisecond))
		<-timer.C
		fmt.Println(elapsed())
		fmt.Println(timer.Reset(10 * time.Millisecond))
		time.Sleep(20 * time.Millisecond)
		fmt.Println(timer.Reset(30 * time.Millisecond))
		<-timer.C
		fmt.Println(elapsed())
	})
}
