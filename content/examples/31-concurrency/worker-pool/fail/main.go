// The pool stops: drain or drop.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"sync"
	"time"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
	"go.opentelemetry.io/otel/trace"
)

const service = "coffee-bar"

func work(context.Context) error {
	time.Sleep(25 * time.Millisecond)
	return nil
}

// shift has seven orders and two baristas; after 20 ms comes the
// fire alarm.
func shift(ctx context.Context, tracer trace.Tracer, m mode) {
	ctx, span := tracer.Start(ctx, "shift",
		trace.WithAttributes(attribute.String("lab.worker_pool.stop.mode", string(m))))
	defer span.End()
	pool := newWorkerPool(tracer, 2, 4)
	var guests sync.WaitGroup
	for n := 1; n <= 7; n++ {
		id := fmt.Sprintf("o%d", n)
		guests.Go(func() {
			if err := pool.submit(ctx, job{id, "order", work}); err != nil {
				fmt.Printf("%s: %s is sent away: %v\n", m, id, err)
			}
		})
	}
	time.Sleep(20 * time.Millisecond)
	pool.stop(m)
	guests.Wait()
}

func run(ctx context.Context) error {
	tracer := otel.Tracer(service)
	for _, m := range []mode{drain, drop} {
		shift(ctx, tracer, m)
	}
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
