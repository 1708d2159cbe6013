// Among ready cases the choice is random and even: no case starves, whatever its place.
package main

import "fmt"

func main() {
	ready := make(chan bool)
	close(ready)
	var chosen [3]int
	for range 3000 {
		select {
		case <-ready:
			chosen[0]++
		case <-ready:
			chosen[1]++
		case <-ready:
			chosen[2]++
		}
	}
	for i, n := range chosen {
		fmt.Println(i, "between 800 and 1200:", n > 800 && n < 1200)
	}
}
