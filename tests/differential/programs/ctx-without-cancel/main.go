// WithoutCancel keeps the values and drops cancellation, deadline and cause.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type key struct{}

func main() {
	base := context.WithValue(context.Background(), key{}, "order 7")
	request, cancelTimeout := context.WithTimeout(base, time.Hour)
	defer cancelTimeout()
	request, cancel := context.WithCancelCause(request)
	free := context.WithoutCancel(request)
	cancel(errors.New("client gone"))
	_, has := free.Deadline()
	fmt.Println(request.Err(), "/", free.Err(), context.Cause(free), has, free.Done() == nil, free.Value(key{}))
	child, cancelChild := context.WithCancel(free)
	fmt.Println(child.Err())
	cancelChild()
	fmt.Println(child.Err(), free.Err())
}
