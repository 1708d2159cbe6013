package main

import (
	"context"
	"errors"
	"net/http"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/exporters/otlp/otlplog/otlploghttp"
	"go.opentelemetry.io/otel/exporters/otlp/otlpmetric/otlpmetrichttp"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/log"
	"go.opentelemetry.io/otel/sdk/metric"
	"go.opentelemetry.io/otel/sdk/resource"
	"go.opentelemetry.io/otel/sdk/trace"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
)

// setUp makes three providers with one resource. Of exemplars there
// is nothing to set up: the SDK keeps those of sampled spans.
func setUp(ctx context.Context, client *http.Client) (
	shutdown func(context.Context) error,
	err error,
) {
	spans, err := otlptracehttp.New(ctx, otlptracehttp.WithHTTPClient(client))
	if err != nil {
		return nil, err
	}
	points, err := otlpmetrichttp.New(ctx, otlpmetrichttp.WithHTTPClient(client))
	if err != nil {
		return nil, err
	}
	records, err := otlploghttp.New(ctx, otlploghttp.WithHTTPClient(client))
	if err != nil {
		return nil, err
	}
	res := resource.NewSchemaless(semconv.ServiceName(service))
	tracers := trace.NewTracerProvider(
		trace.WithBatcher(spans), trace.WithResource(res))
	meters := metric.NewMeterProvider(
		metric.WithReader(metric.NewPeriodicReader(points)),
		metric.WithResource(res))
	loggers := log.NewLoggerProvider(
		log.WithProcessor(log.NewBatchProcessor(records)),
		log.WithResource(res))
	otel.SetTracerProvider(tracers)
	otel.SetMeterProvider(meters)
	otel.SetLoggerProvider(loggers)
	return func(ctx context.Context) error {
		return errors.Join(
			tracers.Shutdown(ctx), meters.Shutdown(ctx), loggers.Shutdown(ctx))
	}, nil
}
