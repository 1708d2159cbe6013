// The two errors of a context are found by errors.Is through any number of wraps, and are different.
package main

import (
	"context"
	"errors"
	"fmt"
)

func main() {
	wrapped := fmt.Errorf("charge: %w", fmt.Errorf("call: %w", context.DeadlineExceeded))
	fmt.Println(errors.Is(wrapped, context.DeadlineExceeded), errors.Is(wrapped, context.Canceled))
	fmt.Println(context.Canceled, "/", context.DeadlineExceeded)
}
