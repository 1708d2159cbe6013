package main

import "slices"

// shards holds the bottles in each of 25 crates, four times; 0 is a
// broken one.
func shards() [][]int {
	broken := slices.Repeat([]int{6}, 25)
	broken[9] = 0
	return [][]int{
		slices.Repeat([]int{6}, 25),
		slices.Repeat([]int{12}, 25),
		broken,
		slices.Repeat([]int{12}, 25),
	}
}
