// Leaving a range over a channel early takes nothing more out of it and does not close it.
package main

import "fmt"

func main() {
	ch := make(chan int, 4)
	for i := range 3 {
		ch <- i
	}
	for v := range ch {
		fmt.Println(v)
		if v == 1 {
			break
		}
	}
	ch <- 3
	fmt.Println("left", len(ch), "next", <-ch)
}
