// Every order below the guest who gave it.
package main

import (
	"context"
	"errors"
	"log"
	"sync"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
	"go.opentelemetry.io/otel/trace"
)

const service = "coffee-bar"

// work has no span of its own. It lends its hands to each order.
func work(tracer trace.Tracer, orders <-chan order, worker int) {
	for o := range orders {
		_, span := tracer.Start(o.ctx, "process order", trace.WithAttributes(
			attribute.String("lab.job.id", o.id),
			attribute.Int("lab.worker.id", worker)))
		makeDrink(o)
		span.End()
	}
}

func run(ctx context.Context) error {
	tracer := otel.Tracer(service)
	orders := make(chan order, 10)
	var bar sync.WaitGroup
	bar.Go(func() { work(tracer, orders, 1) })
	receiveGuests(ctx, tracer, orders)
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
