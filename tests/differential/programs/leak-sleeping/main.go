// Time stands still when main has returned, so a goroutine that sleeps then has leaked too.
package main

import (
	"fmt"
	"time"

	"tracedpatterns/differential/rule"
)

func main() {
	rule.Bubble(func() {
		go func() {
			time.Sleep(time.Second)
			fmt.Println("never")
		}()
		fmt.Println("main returns")
	})
}
