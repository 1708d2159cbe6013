// Between Lock and Unlock there is one goroutine at a time, also where it waits in between.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var mu sync.Mutex
	var group sync.WaitGroup
	balance, inside, most := 0, 0, 0
	for range 8 {
		group.Go(func() {
			mu.Lock()
			defer mu.Unlock()
			inside++
			most = max(most, inside)
			before := balance
			time.Sleep(time.Millisecond)
			balance = before + 1
			inside--
		})
	}
	group.Wait()
	fmt.Println("balance", balance, "inside at a time", most)
}
