// Each turn of a loop has a variable of its own, so every goroutine sees its own.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var group sync.WaitGroup
	var squares [5]int
	for i := 0; i < 5; i++ {
		group.Go(func() { squares[i] = i * i })
	}
	group.Wait()
	fmt.Println(squares[0], squares[1], squares[2], squares[3], squares[4])
}
