package main

import (
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
)

// recorder is a provider for one test, and the exporter that keeps
// its spans.
func recorder() (*sdk.TracerProvider, *tracetest.InMemoryExporter) {
	exporter := tracetest.NewInMemoryExporter()
	provider := sdk.NewTracerProvider(
		sdk.WithResource(resource.NewSchemaless(semconv.ServiceName("coffee-bar"))),
		sdk.WithSyncer(exporter))
	return provider, exporter
}
