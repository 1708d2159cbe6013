package main

import (
	"context"
	"errors"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/exporters/otlp/otlpmetric/otlpmetrichttp"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/metric"
	"go.opentelemetry.io/otel/sdk/resource"
	"go.opentelemetry.io/otel/sdk/trace"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
)

// setUp makes the providers of spans and metrics, whose exporters
// send to the collector that the environment names
// (OTEL_EXPORTER_OTLP_ENDPOINT), or to https://localhost:4318. It
// gives what sends the rest and ends them.
func setUp(ctx context.Context) (shutdown func(context.Context) error, err error) {
	spans, err := otlptracehttp.New(ctx)
	if err != nil {
		return nil, err
	}
	points, err := otlpmetrichttp.New(ctx)
	if err != nil {
		return nil, err
	}
	res := resource.NewSchemaless(semconv.ServiceName(service))
	tracers := trace.NewTracerProvider(
		trace.WithBatcher(spans), trace.WithResource(res))
	meters := metric.NewMeterProvider(
		metric.WithReader(metric.NewPeriodicReader(points)),
		metric.WithResource(res))
	otel.SetTracerProvider(tracers)
	otel.SetMeterProvider(meters)
	return func(ctx context.Context) error {
		return errors.Join(tracers.Shutdown(ctx), meters.Shutdown(ctx))
	}, nil
}
