// A channel is a value: a request can carry the channel for its answer.
package main

import "fmt"

type request struct {
	n     int
	reply chan int
}

func main() {
	requests := make(chan request)
	go func() {
		for r := range requests {
			r.reply <- r.n * r.n
		}
	}()
	for n := range 4 {
		reply := make(chan int)
		requests <- request{n, reply}
		fmt.Println(n, <-reply)
	}
	close(requests)
}
