package main

import (
	"context"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"
)

// makeDrink is what is tested. It takes its tracer; it does not look
// for one.
func makeDrink(ctx context.Context, tracer trace.Tracer, drink string, work time.Duration) {
	ctx, span := tracer.Start(ctx, "make drink",
		trace.WithAttributes(attribute.String("lab.drink", drink)))
	defer span.End()
	_, grind := tracer.Start(ctx, "grind")
	time.Sleep(10 * time.Millisecond)
	grind.End()
	time.Sleep(work)
}
