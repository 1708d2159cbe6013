package main

import (
	"context"
	"time"

	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
)

// newProvider makes a provider that sends a batch every 5 s, or as
// soon as 512 spans have ended. Both are the defaults.
func newProvider(ctx context.Context, options ...otlptracehttp.Option) (*sdk.TracerProvider, error) {
	exporter, err := otlptracehttp.New(ctx, options...)
	if err != nil {
		return nil, err
	}
	return sdk.NewTracerProvider(
		sdk.WithResource(resource.NewSchemaless(semconv.ServiceName("coffee-bar"))),
		sdk.WithBatcher(exporter,
			sdk.WithBatchTimeout(5*time.Second),
			sdk.WithMaxExportBatchSize(512))), nil
}
