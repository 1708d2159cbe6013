// Who waits for whom.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"sync"
	"time"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/trace"
)

const service = "coffee-bar"

var menu = []string{"espresso", "mocha", "tea", "latte", "cortado", "chai"}

func takeOrders(ctx context.Context, tracer trace.Tracer, orders *meteredChan[string]) {
	ctx, span := tracer.Start(ctx, "take orders")
	defer span.End()
	for _, drink := range menu {
		time.Sleep(10 * time.Millisecond) // the customer chooses
		orders.send(ctx, drink)
	}
}

func makeFour(ctx context.Context, tracer trace.Tracer, orders *meteredChan[string]) {
	ctx, span := tracer.Start(ctx, "make drinks")
	defer span.End()
	for range 4 {
		order, _ := orders.receive(ctx)
		time.Sleep(50 * time.Millisecond) // the work
		fmt.Println("made", order)
	}
}

func run(ctx context.Context) error {
	tracer := otel.Tracer(service)
	orders, err := newMeteredChan[string](otel.Meter(service), "orders", 2)
	if err != nil {
		return err
	}
	var bar sync.WaitGroup
	bar.Go(func() { takeOrders(ctx, tracer, orders) })
	bar.Go(func() { makeFour(ctx, tracer, orders) })
	bar.Wait()
	return nil
}

func main() {
	ctx := context.Background()
	shutdown, err := setUp(ctx)
	if err != nil {
		log.Fatal(err)
	}
	if err := errors.Join(run(ctx), shutdown(ctx)); err != nil {
		log.Fatal(err)
	}
}
