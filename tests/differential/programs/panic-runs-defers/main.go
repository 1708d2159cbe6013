// A panic runs what was deferred, last first, before it ends the program.
package main

import (
	"errors"
	"fmt"
)

func main() {
	defer fmt.Println("deferred first, runs last")
	defer fmt.Println("deferred last, runs first")
	fmt.Println("before")
	panic(errors.New("no more beans"))
}
