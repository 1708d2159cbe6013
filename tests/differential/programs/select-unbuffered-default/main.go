// A send on an unbuffered channel is ready only while a receiver waits.
package main

import (
	"fmt"
	"time"

	"tracedpatterns/differential/rule"
)

func main() {
	rule.Bubble(func() {
		ch, got := make(chan int), make(chan int)
		try := func() {
			select {
			case ch <- 1:
				fmt.Println("sent")
			default:
				fmt.Println("nobody there")
			}
		}
		try()
		go func() { got <- <-ch }()
		time.Sleep(time.Millisecond)
		try()
		fmt.Println(<-got)
		try()
	})
}
