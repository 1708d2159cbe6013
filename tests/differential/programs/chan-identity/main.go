// Two variables that hold the same channel are equal; two channels never are.
package main

import "fmt"

func main() {
	a, b := make(chan int, 1), make(chan int, 1)
	same := a
	same <- 7
	fmt.Println(a == same, a == b, len(a), len(b))
}
