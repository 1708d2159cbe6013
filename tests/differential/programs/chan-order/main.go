// Values of one sender arrive in the order in which they were sent.
package main

import "fmt"

func main() {
	ch := make(chan int)
	go func() {
		for i := range 5 {
			ch <- i
		}
		close(ch)
	}()
	for v := range ch {
		fmt.Println(v)
	}
}
