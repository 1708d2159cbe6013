// A function that panics counts as run: Do never tries again.
package main

import (
	"errors"
	"fmt"
	"sync"

	"tracedpatterns/differential/rule"
)

func main() {
	var once sync.Once
	fmt.Println(rule.Caught(func() { once.Do(func() { panic(errors.New("no disk")) }) }))
	fmt.Println(rule.Caught(func() { once.Do(func() { fmt.Println("never") }) }) == nil)
}
