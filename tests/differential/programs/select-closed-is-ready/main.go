// A closed channel is always ready to receive from, so its case can be chosen again and again.
package main

import "fmt"

func main() {
	closed, never := make(chan int), make(chan int)
	close(closed)
	for range 3 {
		select {
		case v, ok := <-closed:
			fmt.Println("closed", v == 0, ok)
		case <-never:
			fmt.Println("never")
		}
	}
}
