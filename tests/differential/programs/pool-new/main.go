// An empty pool makes a new thing.
package main

import (
	"fmt"
	"sync"
)

func main() {
	made := 0
	pool := sync.Pool{New: func() any {
		made++
		return made
	}}
	fmt.Println(pool.Get(), pool.Get(), pool.Get())
}
