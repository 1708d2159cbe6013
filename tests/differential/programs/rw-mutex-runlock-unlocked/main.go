// To end a reading that never began ends the program.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var rw sync.RWMutex
	rw.Lock()
	fmt.Println("written")
	rw.Unlock()
	rw.RUnlock()
	fmt.Println("never")
}
