package main

import (
	"context"
	"errors"
	"net/http"

	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
	"go.opentelemetry.io/otel/trace"
)

// tracerOf gives the tracer of a service.
type tracerOf func(service string) trace.Tracer

// install makes a provider for each service, as each process would have its own.
func install(ctx context.Context, collector *http.Client, services ...string) (tracerOf, func(context.Context) error, error) {
	providers := map[string]*sdk.TracerProvider{}
	for _, service := range services {
		exporter, err := otlptracehttp.New(ctx, otlptracehttp.WithHTTPClient(collector))
		if err != nil {
			return nil, nil, err
		}
		res, err := resource.New(ctx,
			resource.WithTelemetrySDK(),
			resource.WithAttributes(semconv.ServiceName(service)),
		)
		if err != nil {
			return nil, nil, err
		}
		providers[service] = sdk.NewTracerProvider(sdk.WithBatcher(exporter), sdk.WithResource(res))
	}
	tracer := func(service string) trace.Tracer { return providers[service].Tracer(service) }
	shutdown := func(ctx context.Context) (err error) {
		for _, service := range services {
			err = errors.Join(err, providers[service].Shutdown(ctx))
		}
		return err
	}
	return tracer, shutdown, nil
}
