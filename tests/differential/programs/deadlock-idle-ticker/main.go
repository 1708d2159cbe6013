// A ticker and a timer that nobody receives from do not hide a deadlock.
package main

import (
	"fmt"
	"time"
)

func main() {
	ticker := time.NewTicker(10 * time.Millisecond)
	defer ticker.Stop()
	timer := time.NewTimer(10 * time.Millisecond)
	defer timer.Stop()
	fmt.Println("waiting")
	<-make(chan int)
}
