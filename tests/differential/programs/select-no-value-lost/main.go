// Among ready cases the choice is free, but every value is received exactly once.
package main

import "fmt"

func main() {
	a, b := make(chan int, 50), make(chan int, 50)
	for i := range 50 {
		a <- i
		b <- 100 + i
	}
	seen := map[int]int{}
	for range 100 {
		select {
		case v := <-a:
			seen[v]++
		case v := <-b:
			seen[v]++
		}
	}
	twice := 0
	for _, n := range seen {
		if n > 1 {
			twice++
		}
	}
	fmt.Println("different", len(seen), "twice", twice, "left", len(a)+len(b))
}
