// Coffee and cake, side by side.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"slices"
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

// join takes one item of each branch and makes them one.
func join(left, right <-chan item) <-chan item {
	out := make(chan item)
	go func() {
		defer close(out)
		for one := range left {
			other, ok := <-right
			if !ok {
				return
			}
			out <- item{one.order, slices.Concat(one.from, other.from)}
		}
	}()
	return out
}

func pipeline(ctx context.Context, tracer trace.Tracer) {
	ctx, span := tracer.Start(ctx, "pipeline breakfast",
		trace.WithAttributes(attribute.String("lab.pipeline.name", "breakfast")))
	defer span.End()
	left, right := tee(orders())
	drink := stage(ctx, tracer, "brew", 30*time.Millisecond, left)
	baked := stage(ctx, tracer, "bake", 20*time.Millisecond, right)
	cake := stage(ctx, tracer, "slice", 5*time.Millisecond, baked)
	table := stage(ctx, tracer, "serve", 5*time.Millisecond, join(drink, cake))
	for served := range table {
		fmt.Println("served", served.order)
	}
}

func run(ctx context.Context) error {
	pipeline(ctx, otel.Tracer(service))
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
