package main

import (
	"context"
	"fmt"
	"sync"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"
)

type order struct {
	id    string
	ctx   context.Context // of the submit span
	ready chan<- string
}

func makeDrink(o order) {
	time.Sleep(25 * time.Millisecond) // the work
	o.ready <- o.id
}

func submit(ctx context.Context, tracer trace.Tracer, orders chan<- order, id string, ready chan<- string) {
	ctx, span := tracer.Start(ctx, "submit")
	defer span.End()
	orders <- order{id, ctx, ready}
}

// visit is a guest who orders so many drinks and waits for all of
// them.
func visit(ctx context.Context, tracer trace.Tracer, orders chan<- order, guest string, drinks int) {
	ctx, span := tracer.Start(ctx, "visit",
		trace.WithAttributes(attribute.String("lab.guest.id", guest)))
	defer span.End()
	ready := make(chan string, drinks)
	for n := 1; n <= drinks; n++ {
		submit(ctx, tracer, orders, fmt.Sprintf("%s%d", guest, n), ready)
	}
	for range drinks {
		fmt.Println("drank", <-ready)
	}
}

// receiveGuests lets guest a order three drinks, and b one, 5 ms
// later.
func receiveGuests(ctx context.Context, tracer trace.Tracer, orders chan<- order) {
	var queue sync.WaitGroup
	queue.Go(func() { visit(ctx, tracer, orders, "a", 3) })
	time.Sleep(5 * time.Millisecond)
	queue.Go(func() { visit(ctx, tracer, orders, "b", 1) })
	queue.Wait()
	close(orders)
}
