// A send that is called off.
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

func takeOrders(ctx context.Context, tracer trace.Tracer, orders *tracedChan[string]) (err error) {
	ctx, span := tracer.Start(ctx, "take orders")
	defer func() { end(span, err) }()
	if err := orders.send(ctx, "espresso"); err != nil { // fills the buffer
		return err
	}
	return orders.send(ctx, "mocha") // waits: nobody receives
}

// clearUp finds one order, not two.
func clearUp(ctx context.Context, tracer trace.Tracer, orders *tracedChan[string]) {
	ctx, span := tracer.Start(ctx, "clear up")
	defer span.End()
	for {
		left, ok := orders.receive(ctx)
		if !ok {
			return
		}
		fmt.Println("left over:", left)
	}
}

func run(ctx context.Context) error {
	tracer := otel.Tracer(service)
	orders := newTracedChan[string](tracer, "orders", 1)
	shift, cancel := context.WithCancel(ctx)
	defer cancel()
	var bar sync.WaitGroup
	var failure error
	bar.Go(func() {
		defer orders.close()
		err := takeOrders(shift, tracer, orders)
		if errors.Is(err, context.Canceled) {
			fmt.Println("stopped:", err)
			return
		}
		failure = err
	})
	time.Sleep(30 * time.Millisecond)
	cancel()
	bar.Wait()
	clearUp(ctx, tracer, orders)
	return failure
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
