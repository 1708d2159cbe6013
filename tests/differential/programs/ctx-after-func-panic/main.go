// A panic in a function of AfterFunc ends the program, as in any goroutine.
package main

import (
	"context"
	"errors"
	"fmt"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	context.AfterFunc(ctx, func() { panic(errors.New("no way to clean up")) })
	fmt.Println("canceling")
	cancel()
	select {}
}
