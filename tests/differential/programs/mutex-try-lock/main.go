// TryLock takes the lock if it is free and never waits; any goroutine may unlock.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	fmt.Println(mu.TryLock(), mu.TryLock())
	unlocked := make(chan bool)
	go func() {
		mu.Unlock()
		close(unlocked)
	}()
	<-unlocked
	fmt.Println(mu.TryLock())
}
