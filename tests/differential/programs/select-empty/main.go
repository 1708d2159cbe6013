// A select without cases waits for ever.
package main

import "fmt"

func main() {
	fmt.Println("before")
	select {}
}
