// What is in the buffer can still be received after a close; then ok is false, for ever.
package main

import "fmt"

func main() {
	ch := make(chan string, 3)
	ch <- "a"
	ch <- "b"
	close(ch)
	for range 4 {
		v, ok := <-ch
		if ok {
			fmt.Println(v, len(ch))
		} else {
			fmt.Println("closed", len(ch))
		}
	}
}
