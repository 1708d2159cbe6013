// Read first, then shut down.
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
)

const service = "tests"

func readsAfterShutdown(ctx context.Context) error {
	provider, exporter := recorder()
	makeDrink(ctx, provider.Tracer("coffee-bar"), "mocha", 40*time.Millisecond)
	// Tidy, and it empties the exporter.
	if err := provider.Shutdown(ctx); err != nil {
		return err
	}
	return equal(len(exporter.GetSpans()), 2)
}

func expectsNothing(ctx context.Context) error {
	provider, exporter := recorder()
	// A mocha too many.
	makeDrink(ctx, provider.Tracer("coffee-bar"), "mocha", 40*time.Millisecond)
	if err := provider.Shutdown(ctx); err != nil {
		return err
	}
	return equal(len(exporter.GetSpans()), 0)
}

func readsFirst(ctx context.Context) error {
	provider, exporter := recorder()
	makeDrink(ctx, provider.Tracer("coffee-bar"), "mocha", 40*time.Millisecond)
	spans := exporter.GetSpans()
	if err := provider.Shutdown(ctx); err != nil {
		return err
	}
	return equal(len(spans), 2)
}

func run(ctx context.Context) error {
	test(ctx, "reads after shutdown", readsAfterShutdown)
	test(ctx, "expects nothing, and gets it", expectsNothing)
	test(ctx, "reads first", readsFirst)
	return nil
}

// main sends the report to the collector that the environment names
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
