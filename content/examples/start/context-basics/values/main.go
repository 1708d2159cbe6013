// What travels along unseen.
package main

import (
	"context"
	"errors"
	"log"
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

// step is a step of the work. It is told nothing of tables.
func step(ctx context.Context, tracer trace.Tracer, name string) {
	ctx, span := tracer.Start(ctx, name)
	defer span.End()
	if table, ok := tableOf(ctx); ok {
		span.SetAttributes(attribute.Int("lab.table", table))
	}
	time.Sleep(20 * time.Millisecond) // the work
}

// makeDrink, which stands in between, is told nothing either.
func makeDrink(ctx context.Context, tracer trace.Tracer, drink string) {
	step(ctx, tracer, "grind")
	step(ctx, tracer, "brew "+drink)
}

func serveGuests(ctx context.Context, tracer trace.Tracer) {
	ctx, span := tracer.Start(ctx, "serve guests")
	defer span.End()
	seven := atTable(ctx, 7)
	makeDrink(seven, tracer, "espresso")

	// One of them moves to the terrace. Table 7 stays table 7.
	terrace := atTable(seven, 12)
	step(terrace, tracer, "carry")
	step(seven, tracer, "bill")

	// Above, nobody has heard of a table.
	step(ctx, tracer, "wipe counter")
}

func run(ctx context.Context) error {
	serveGuests(ctx, otel.Tracer(service))
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
