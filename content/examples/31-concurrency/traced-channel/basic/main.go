// Two tasks, one channel, five links.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"sync"
	"time"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
	"go.opentelemetry.io/otel/trace"
)

const service = "coffee-bar"

var menu = []string{"espresso", "flat white", "mocha", "tea", "cortado"}

func takeOrders(ctx context.Context, tracer trace.Tracer, orders *tracedChan[string]) {
	ctx, span := tracer.Start(ctx, "take orders")
	defer span.End()
	for _, drink := range menu {
		time.Sleep(10 * time.Millisecond) // the customer chooses
		orders.send(ctx, drink)
	}
	orders.close()
}

func makeDrinks(ctx context.Context, tracer trace.Tracer, orders *tracedChan[string]) {
	ctx, span := tracer.Start(ctx, "make drinks")
	defer span.End()
	for {
		order, ok := orders.receive(ctx)
		if !ok {
			return // closed and empty
		}
		time.Sleep(25 * time.Millisecond) // the work
		fmt.Println("made", order)
	}
}

// run starts two tasks, a trace each; the links say what belongs
// together.
func run(ctx context.Context) error {
	tracer := otel.Tracer(service)
	orders := newTracedChan[string](tracer, "orders", 2)
	var bar sync.WaitGroup
	bar.Go(func() { takeOrders(ctx, tracer, orders) })
	bar.Go(func() { makeDrinks(ctx, tracer, orders) })
	bar.Wait()
	return nil
}

// main sends the trace to the collector that the environment names
// (OTEL_EXPORTER_OTLP_ENDPOINT), or to https://localhost:4318.
func main() {
	ctx := context.Background()
	exporter, err := otlptracehttp.New(ctx)
	if err != nil {
		log.Fatal(err)
	}
	res := resource.NewSchemaless(semconv.ServiceName(service))
	provider := sdk.NewTracerProvider(sdk.WithBatcher(exporter), sdk.WithResource(res))
	otel.SetTracerProvider(provider)
	if err := errors.Join(run(ctx), provider.Shutdown(ctx)); err != nil {
		log.Fatal(err)
	}
}
