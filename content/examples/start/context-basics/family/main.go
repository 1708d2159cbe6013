// One context, many children.
package main

import (
	"context"
	"errors"
	"log"
	"time"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
	"go.opentelemetry.io/otel/trace"
)

const service = "coffee-bar"

func work(d time.Duration) { time.Sleep(d) }

func serveGuests(nobody context.Context, tracer trace.Tracer) {
	// A new context that carries the span. nobody stays as it was:
	// a context without a span in it, where whatever starts is a root.
	ctx, order := tracer.Start(nobody, "serve order")

	_, grind := tracer.Start(ctx, "grind beans")
	work(20 * time.Millisecond)
	grind.End()

	// The same context again: a second child, beside the first.
	inBrew, brew := tracer.Start(ctx, "brew")
	work(10 * time.Millisecond)

	// The inner context: a child of the child.
	_, steam := tracer.Start(inBrew, "steam milk")
	work(15 * time.Millisecond)
	steam.End()
	brew.End()

	// ctx still carries the order, whatever was made of it since.
	_, pour := tracer.Start(ctx, "pour")
	work(5 * time.Millisecond)
	pour.End()
	order.End()

	// No span in the context, so a trace of its own.
	_, clean := tracer.Start(nobody, "clean up")
	work(10 * time.Millisecond)
	clean.End()
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
