// Once runs its first function only; calls meanwhile return when that has ended.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var once sync.Once
	var group sync.WaitGroup
	started, ended := make(chan bool), false
	group.Go(func() {
		once.Do(func() {
			close(started)
			for range 1000 {
				// work
			}
			ended = true
		})
	})
	<-started
	for range 3 {
		once.Do(func() { fmt.Println("never") })
	}
	fmt.Println("ended before the others went on:", ended)
	group.Wait()
}
