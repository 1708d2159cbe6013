// A tick that was due before a Reset is never received.
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
		defer ticker.Stop()
		time.Sleep(25 * time.Millisecond)
		ticker.Reset(100 * time.Millisecond)
		<-ticker.C
		fmt.Println(elapsed())
	})
}
