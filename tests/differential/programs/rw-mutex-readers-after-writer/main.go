// When a writer leaves, the readers that waited get in before the next writer.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var rw sync.RWMutex
	var group sync.WaitGroup
	log := make(chan string, 4)
	rw.Lock()
	group.Go(func() {
		rw.Lock()
		log <- "second writer"
		rw.Unlock()
	})
	time.Sleep(20 * time.Millisecond)
	for range 2 {
		group.Go(func() {
			rw.RLock()
			log <- "reader"
			time.Sleep(5 * time.Millisecond)
			rw.RUnlock()
		})
	}
	time.Sleep(100 * time.Millisecond)
	log <- "first writer"
	rw.Unlock()
	group.Wait()
	for range 4 {
		fmt.Println(<-log)
	}
}
