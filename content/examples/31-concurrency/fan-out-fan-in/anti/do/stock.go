package main

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"
)

// crates holds six bottles in each of 100 crates.
var crates = slices.Repeat([]int{6}, 100)

// takeStock runs four workers, each over the list that it is given.
func takeStock(ctx context.Context, tracer trace.Tracer, listFor func(worker int) []int) {
	ctx, span := tracer.Start(ctx, "fan-out")
	defer span.End()
	counts := make([]int, 4) // an element for each: no two write to one
	var workers sync.WaitGroup
	for index := range counts {
		workers.Go(func() {
			counts[index] = count(ctx, tracer, index, listFor(index))
		})
	}
	workers.Wait()
	bottles := sum(counts)
	span.SetAttributes(attribute.Int("lab.bottle.count", bottles))
	fmt.Println(bottles, "bottles")
}

func count(ctx context.Context, tracer trace.Tracer, index int, list []int) int {
	_, span := tracer.Start(ctx, "process shard", trace.WithAttributes(
		attribute.Int("lab.shard.index", index),
		attribute.Int("lab.item.count", len(list))))
	defer span.End()
	time.Sleep(time.Duration(len(list)) * time.Millisecond)
	return sum(list)
}

func sum(numbers []int) int {
	total := 0
	for _, n := range numbers {
		total += n
	}
	return total
}
