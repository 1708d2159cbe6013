// A context that will end is no deadlock yet; when it has ended and nobody heard, there is one.
package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	context.AfterFunc(ctx, func() { fmt.Println("the time is over") })
	<-make(chan int)
}
