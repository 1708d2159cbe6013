// A receive from a nil channel waits for ever; with nothing else to run, that is a deadlock.
package main

import "fmt"

func main() {
	var ch chan int
	fmt.Println("len", len(ch), "cap", cap(ch))
	<-ch
}
