// OnceValue works out its value once; OnceValues does the same for two.
package main

import (
	"errors"
	"fmt"
	"sync"
)

func main() {
	calls := 0
	config := sync.OnceValue(func() string {
		calls++
		return fmt.Sprint("config ", calls)
	})
	before := calls
	first, second := config(), config()
	fmt.Println(before, first, second, calls)
	load := sync.OnceValues(func() (int, error) {
		calls++
		return calls, errors.New("half of it")
	})
	for range 2 {
		n, err := load()
		fmt.Println(n, err)
	}
}
