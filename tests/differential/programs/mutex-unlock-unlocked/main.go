// To unlock a mutex that is not locked ends the program; Go does not even let it be recovered.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	mu.Lock()
	fmt.Println("once is fine")
	mu.Unlock()
	mu.Unlock()
	fmt.Println("never")
}
