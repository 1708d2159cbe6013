// A select that sends and a select that receives can meet; neither meets itself.
package main

import (
	"fmt"

	"tracedpatterns/differential/rule"
)

func main() {
	rule.Bubble(func() {
		ch, over := make(chan string), make(chan string)
		swap := func(name string) {
			select {
			case ch <- name:
				over <- name + " sent"
			case other := <-ch:
				over <- name + " received from " + other
			}
		}
		go swap("x")
		go swap("x")
		a, b := <-over, <-over
		fmt.Println(min(a, b))
		fmt.Println(max(a, b))
	})
}
