// To wait for a group that nobody brings to 0 is a deadlock.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var group sync.WaitGroup
	group.Add(2)
	go group.Done()
	group.Wait()
	fmt.Println("never")
}
