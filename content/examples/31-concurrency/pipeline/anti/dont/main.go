// Recorded twice, failed never.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
	"go.opentelemetry.io/otel/trace"
)

const service = "coffee-bar"

// note ends the span, whatever happens, and notes what went wrong.
func note(span trace.Span, err error) {
	if err != nil {
		// In every layer, to be on the safe side.
		span.RecordError(err)
	}
	span.End()
}

func stage(ctx context.Context, tracer trace.Tracer, step string) (err error) {
	_, span := tracer.Start(ctx, "stage "+step)
	defer func() { note(span, err) }()
	return work(step)
}

func pipeline(ctx context.Context, tracer trace.Tracer) (err error) {
	ctx, span := tracer.Start(ctx, "pipeline drinks")
	defer func() { note(span, err) }()
	for _, step := range steps {
		if err := stage(ctx, tracer, step); err != nil {
			return err
		}
	}
	return nil
}

func run(ctx context.Context) error {
	if err := pipeline(ctx, otel.Tracer(service)); err != nil {
		fmt.Println("no drink:", err)
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
