package main

import (
	"time"

	"go.opentelemetry.io/otel/trace"
)

// part is what a worker reports.
type part struct {
	bottles int
	source  trace.SpanContext
}

// stock says how many bottles are in each of 100 crates.
func stock() []int {
	crates := make([]int, 100)
	for n := range crates {
		crates[n] = 6 + n%7
	}
	return crates
}

// paces says how long each of four people takes for a crate.
var paces = []time.Duration{
	2 * time.Millisecond, 1 * time.Millisecond,
	4 * time.Millisecond, 3 * time.Millisecond,
}

func bottlesIn(shard []int) int {
	sum := 0
	for _, bottles := range shard {
		sum += bottles
	}
	return sum
}
