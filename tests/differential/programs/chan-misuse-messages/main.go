// Sending on a closed channel, closing twice and closing nil panic, each with its own message.
package main

import (
	"fmt"

	"tracedpatterns/differential/rule"
)

func main() {
	ch := make(chan int, 1)
	close(ch)
	var none chan int
	fmt.Println(rule.Caught(func() { ch <- 1 }))
	fmt.Println(rule.Caught(func() { close(ch) }))
	fmt.Println(rule.Caught(func() { close(none) }))
	_, ok := <-ch
	fmt.Println("still usable:", !ok)
}
