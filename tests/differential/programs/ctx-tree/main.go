// Cancellation goes down the tree, never up and never sideways.
package main

import (
	"context"
	"fmt"
)

func main() {
	root, cancelRoot := context.WithCancel(context.Background())
	left, cancelLeft := context.WithCancel(root)
	right, cancelRight := context.WithCancel(root)
	defer cancelRight()
	leaf, cancelLeaf := context.WithCancel(left)
	defer cancelLeaf()
	show := func() { fmt.Println(root.Err(), left.Err(), leaf.Err(), right.Err()) }
	show()
	cancelLeft()
	show()
	cancelRoot()
	show()
}
