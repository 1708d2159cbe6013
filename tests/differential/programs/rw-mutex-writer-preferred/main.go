// A writer that waits keeps new readers out: it gets in when the present readers leave, before them.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var rw sync.RWMutex
	var group sync.WaitGroup
	log := make(chan string, 3)
	rw.RLock()
	group.Go(func() {
		rw.Lock()
		log <- "writer"
		rw.Unlock()
	})
	// As soon as a reader is turned away, the writer is waiting.
	for rw.TryRLock() {
		rw.RUnlock()
		time.Sleep(time.Millisecond)
	}
	group.Go(func() {
		rw.RLock()
		log <- "second reader"
		rw.RUnlock()
	})
	time.Sleep(10 * time.Millisecond)
	log <- "first reader"
	rw.RUnlock()
	group.Wait()
	fmt.Println(<-log)
	fmt.Println(<-log)
	fmt.Println(<-log)
}
