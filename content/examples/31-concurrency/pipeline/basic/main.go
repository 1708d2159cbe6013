// Five drinks, one after the other.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
	"go.opentelemetry.io/otel/trace"
)

const service = "coffee-bar"

var menu = []string{"espresso", "mocha", "tea", "latte", "cortado"}

func pipeline(ctx context.Context, tracer trace.Tracer) {
	ctx, span := tracer.Start(ctx, "pipeline drinks",
		trace.WithAttributes(attribute.String("lab.pipeline.name", "drinks")))
	defer span.End()
	for item, drink := range menu {
		// One after the other: the grinder rests while we brew.
		for stage := range steps {
			work(ctx, tracer, stage, item)
		}
		fmt.Println("served", drink)
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
