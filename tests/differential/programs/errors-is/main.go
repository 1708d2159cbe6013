// errors.Is finds the same error anywhere in a tree of wraps and joins; equal words are not enough.
package main

import (
	"errors"
	"fmt"
)

func main() {
	full := errors.New("disk full")
	slow := errors.New("too slow")
	wrapped := fmt.Errorf("save: %w", full)
	both := errors.Join(slow, wrapped)
	fmt.Println(errors.Is(wrapped, full), errors.Is(wrapped, slow), errors.Is(full, wrapped))
	fmt.Println(errors.Is(both, full), errors.Is(both, slow))
	fmt.Println(errors.Is(wrapped, errors.New("disk full")), errors.Is(nil, full))
}
