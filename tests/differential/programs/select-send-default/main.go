// With a default, a send that would have to wait is left out: how to drop instead of waiting.
package main

import "fmt"

func main() {
	ch := make(chan int, 2)
	dropped := 0
	for i := range 5 {
		select {
		case ch <- i:
		default:
			dropped++
		}
	}
	fmt.Println("kept", len(ch), "dropped", dropped)
	fmt.Println(<-ch, <-ch)
}
