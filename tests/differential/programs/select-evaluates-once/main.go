// Channels and values of all cases are worked out once, in source order, also those of cases that lose.
package main

import "fmt"

func channel(name string, n int) chan int {
	fmt.Println("channel", name)
	return make(chan int, n)
}

func value(v int) int {
	fmt.Println("value", v)
	return v
}

func main() {
	select {
	case <-channel("empty", 1):
		fmt.Println("received")
	case channel("full", 0) <- value(1):
		fmt.Println("sent to full")
	case channel("free", 1) <- value(2):
		fmt.Println("sent to free")
	}
}
