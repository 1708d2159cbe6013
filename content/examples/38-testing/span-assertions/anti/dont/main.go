// Judged by time.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"time"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
)

const service = "coffee-bar"

// Each asks: is the second look-up served from the cache?
func isCached(h house) func(context.Context, given) error {
	return func(ctx context.Context, t given) error {
		menu := newMenu(h)
		menu.lookUp(ctx, t.tracer, "mocha")

		began := time.Now()
		menu.lookUp(ctx, t.tracer, "mocha")
		took := time.Since(began).Milliseconds()
		// Nobody is that fast without a cache.
		if took >= 10 {
			return fmt.Errorf("%d ms, expected less than 10", took)
		}
		return nil
	}
}

func run(ctx context.Context) error {
	for _, house := range houses {
		if err := test(ctx, house.name, isCached(house)); err != nil {
			return err
		}
	}
	return nil
}

// main sends the traces to the collector that the environment names
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
