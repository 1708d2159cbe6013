// As long as somebody sleeps there is no deadlock; when all have woken and main still waits, there is.
package main

import (
	"fmt"
	"time"
)

func main() {
	ch := make(chan int)
	go func() {
		time.Sleep(20 * time.Millisecond)
		fmt.Println("woke, and sends nothing")
	}()
	<-ch
}
