package main

import (
	"context"
	"fmt"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"
)

// holding makes a queue in which one order waits.
func holding(drink string) <-chan string {
	queue := make(chan string, 1)
	queue <- drink
	return queue
}

// openingHours gives a context that ends after 100 ms.
func openingHours(ctx context.Context) context.Context {
	open, closeBar := context.WithCancel(ctx)
	time.AfterFunc(100*time.Millisecond, closeBar)
	return open
}

// received leaves a span for an order that has been received.
func received(ctx context.Context, tracer trace.Tracer, queue string, start time.Time) {
	_, span := tracer.Start(ctx, "receive "+queue,
		trace.WithTimestamp(start),
		trace.WithAttributes(attribute.String("lab.channel.name", queue)))
	span.End()
}

func makeDrink(ctx context.Context, tracer trace.Tracer, drink string) {
	_, span := tracer.Start(ctx, "make drink")
	defer span.End()
	time.Sleep(25 * time.Millisecond) // the work
	fmt.Println("made", drink)
}
