package main

import (
	"context"
	"errors"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/exporters/otlp/otlplog/otlploghttp"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/log"
	"go.opentelemetry.io/otel/sdk/resource"
	"go.opentelemetry.io/otel/sdk/trace"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
)

// setUp makes the providers of spans and log records, whose
// exporters send to the collector that the environment names
// (OTEL_EXPORTER_OTLP_ENDPOINT), or to https://localhost:4318. It
// gives what sends the rest and ends them.
func setUp(ctx context.Context) (shutdown func(context.Context) error, err error) {
	spans, err := otlptracehttp.New(ctx)
	if err != nil {
		return nil, err
	}
	records, err := otlploghttp.New(ctx)
	if err != nil {
		return nil, err
	}
	res := resource.NewSchemaless(semconv.ServiceName(service))
	tracers := trace.NewTracerProvider(trace.WithBatcher(spans), trace.WithResource(res))
	loggers := log.NewLoggerProvider(
		log.WithProcessor(log.NewBatchProcessor(records)), log.WithResource(res))
	otel.SetTracerProvider(tracers)
	otel.SetLoggerProvider(loggers)
	return func(ctx context.Context) error {
		return errors.Join(tracers.Shutdown(ctx), loggers.Shutdown(ctx))
	}, nil
}
