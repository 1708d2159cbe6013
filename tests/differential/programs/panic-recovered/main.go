// A recovered panic ends the function that deferred the recover, and nothing else.
package main

import (
	"errors"
	"fmt"
)

func careful(n int) (result string) {
	defer func() {
		if reason := recover(); reason != nil {
			result = fmt.Sprint("recovered from ", reason)
		}
	}()
	if n == 1 {
		panic(errors.New("one is too few"))
	}
	return "fine"
}

func main() {
	for n := range 3 {
		fmt.Println(n, careful(n))
	}
}
