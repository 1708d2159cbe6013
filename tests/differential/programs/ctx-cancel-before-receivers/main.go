// When done closes, the error is there already, here and below.
package main

import (
	"context"
	"fmt"
	"sync"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	child, cancelChild := context.WithCancel(ctx)
	defer cancelChild()
	var group sync.WaitGroup
	var seen [2]error
	group.Go(func() { <-ctx.Done(); seen[0] = ctx.Err() })
	group.Go(func() { <-child.Done(); seen[1] = child.Err() })
	cancel()
	fmt.Println("after cancel:", ctx.Err(), "/", child.Err())
	group.Wait()
	fmt.Println(seen[0], "/", seen[1])
}
