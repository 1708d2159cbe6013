// WaitGroup.Go does not catch a panic: the program ends, and Wait never returns.
package main

import (
	"errors"
	"fmt"
	"sync"
)

func main() {
	var group sync.WaitGroup
	group.Go(func() { panic(errors.New("no milk")) })
	group.Wait()
	fmt.Println("never")
}
