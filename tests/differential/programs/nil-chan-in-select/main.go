// A nil channel is never chosen, so setting a drained channel to nil switches its case off.
package main

import "fmt"

func filled(values ...int) chan int {
	ch := make(chan int, len(values))
	for _, v := range values {
		ch <- v
	}
	close(ch)
	return ch
}

func main() {
	a, b := filled(1, 2, 3), filled(10, 20)
	sum, rounds := 0, 0
	for a != nil || b != nil {
		rounds++
		select {
		case v, ok := <-a:
			if !ok {
				a = nil
			}
			sum += v
		case v, ok := <-b:
			if !ok {
				b = nil
			}
			sum += v
		}
	}
	fmt.Println("sum", sum, "rounds", rounds)
}
