// errors.Join leaves nil out, says one message a line, and is nil itself when nothing is left.
package main

import (
	"errors"
	"fmt"
)

func main() {
	err := errors.Join(errors.New("first"), nil, errors.New("second"))
	fmt.Println(err)
	fmt.Println(errors.Join(nil, nil) == nil, errors.Join() == nil)
	fmt.Println(errors.Join(errors.New("alone")))
}
