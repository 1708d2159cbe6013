// errors.As gives the first error of a type in the tree, depth first.
package main

import (
	"errors"
	"fmt"
)

type timeoutError struct{ after int }

func (e *timeoutError) Error() string { return fmt.Sprint("timeout after ", e.after) }

func main() {
	inner := fmt.Errorf("call: %w", &timeoutError{5})
	err := errors.Join(errors.New("plain"), inner, &timeoutError{9})
	var timeout *timeoutError
	if errors.As(fmt.Errorf("outer: %w", err), &timeout) {
		fmt.Println("found", timeout.after)
	}
	fmt.Println(errors.As(errors.New("plain"), &timeout))
}
