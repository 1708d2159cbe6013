// Under the virtual clock a program begins at midnight UTC on 2000-01-01, and only waiting takes time.
package main

import (
	"fmt"
	"time"

	"tracedpatterns/differential/rule"
)

func main() {
	rule.Bubble(func() {
		show := func() { fmt.Println(time.Now().UTC().Format("2006-01-02T15:04:05.000Z")) }
		show()
		for i, sum := 0, 0; i < 1_000_000; i++ {
			sum += i
		}
		show()
		time.Sleep(50 * time.Minute)
		show()
	})
}
