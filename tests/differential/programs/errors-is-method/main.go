// An error's own Is method can make it count as another.
package main

import (
	"errors"
	"fmt"
)

var errNotFound = errors.New("not found")

type statusError struct{ code int }

func (e statusError) Error() string { return fmt.Sprint("status ", e.code) }

func (e statusError) Is(target error) bool { return e.code == 404 && target == errNotFound }

func main() {
	for _, code := range []int{404, 500} {
		err := fmt.Errorf("get: %w", statusError{code})
		fmt.Println(code, errors.Is(err, errNotFound))
	}
}
