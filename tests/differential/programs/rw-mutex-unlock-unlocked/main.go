// To end a writing that never began ends the program.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var rw sync.RWMutex
	rw.RLock()
	fmt.Println("reading")
	rw.Unlock()
	fmt.Println("never")
}
