// A goroutine that is still blocked when main returns has leaked; a plain program says nothing, a bubble does.
package main

import (
	"fmt"

	"tracedpatterns/differential/rule"
)

func main() {
	rule.Bubble(func() {
		results := make(chan int)
		for i := range 2 {
			go func() { results <- i }()
		}
		_, ok := <-results
		fmt.Println("one is enough", ok)
	})
}
