// Ranging over a channel ends when it is closed and drained; over an empty closed one it does nothing.
package main

import "fmt"

func main() {
	full := make(chan int, 3)
	for i := range 3 {
		full <- i * i
	}
	close(full)
	for v := range full {
		fmt.Println(v)
	}
	for v := range full {
		fmt.Println("never", v)
	}
	fmt.Println("over")
}
