// A panic that nobody recovers ends the whole program, in whichever goroutine it happens.
package main

import (
	"errors"
	"fmt"
)

func main() {
	fmt.Println("main waits")
	go func() { panic(errors.New("the oven is cold")) }()
	select {}
}
