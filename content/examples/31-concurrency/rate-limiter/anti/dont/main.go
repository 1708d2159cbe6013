// Fourteen answers, a hundred and fifteen spans.
package main

import (
	"context"
	"errors"
	"log"
	"time"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
	"go.opentelemetry.io/otel/trace"
	"golang.org/x/time/rate"
)

const service = "coffee-bar"

func allowed(ctx context.Context, tracer trace.Tracer, limiter *rate.Limiter) bool {
	_, span := tracer.Start(ctx, "allow")
	defer span.End()
	ok := limiter.Allow()
	decision := "denied"
	if ok {
		decision = "allowed"
	}
	span.SetAttributes(attribute.String("lab.rate_limit.decision", decision))
	return ok
}

func readMenu(ctx context.Context, tracer trace.Tracer) {
	_, span := tracer.Start(ctx, "read menu")
	defer span.End()
	time.Sleep(1 * time.Millisecond)
}

// scrape asks for the menu 100 times in one second.
func scrape(ctx context.Context, tracer trace.Tracer) {
	ctx, span := tracer.Start(ctx, "scrape")
	defer span.End()
	limiter := rate.NewLimiter(5, 10)
	for range 100 {
		next := time.Now().Add(10 * time.Millisecond)
		if allowed(ctx, tracer, limiter) {
			readMenu(ctx, tracer)
		}
		time.Sleep(time.Until(next))
	}
}

func run(ctx context.Context) error {
	scrape(ctx, otel.Tracer(service))
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
