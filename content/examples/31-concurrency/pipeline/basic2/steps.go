package main

import (
	"context"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"
)

// step is a stage of the pipeline, and how long it takes for a drink.
type step struct {
	name  string
	takes time.Duration
}

var steps = []step{
	{"grind", 10 * time.Millisecond},
	{"brew", 30 * time.Millisecond},
	{"serve", 5 * time.Millisecond},
}

// work does the work of one stage for one drink, in a span.
func work(ctx context.Context, tracer trace.Tracer, stage, item int) {
	s := steps[stage]
	_, span := tracer.Start(ctx, "stage "+s.name, trace.WithAttributes(
		attribute.String("lab.pipeline.name", "drinks"),
		attribute.String("lab.stage.name", s.name),
		attribute.Int("lab.stage.index", stage),
		attribute.Int("lab.item.index", item)))
	defer span.End()
	time.Sleep(s.takes)
}
