// Three seats, parties of different size.
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
	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"
)

const service = "coffee-bar"

// takeSeats gets so many seats. A span only if that takes time.
func takeSeats(ctx context.Context, tracer trace.Tracer, seats *semaphore.Weighted, party int64) error {
	if seats.TryAcquire(party) {
		return nil
	}
	_, span := tracer.Start(ctx, "wait")
	defer span.End()
	return seats.Acquire(ctx, party)
}

func visit(ctx context.Context, tracer trace.Tracer, seats *semaphore.Weighted, party int64, d time.Duration) error {
	ctx, span := tracer.Start(ctx, "visit",
		trace.WithAttributes(attribute.Int64("lab.semaphore.weight", party)))
	defer span.End()
	if err := takeSeats(ctx, tracer, seats, party); err != nil {
		return err
	}
	defer seats.Release(party)
	_, sit := tracer.Start(ctx, "sit")
	defer sit.End()
	time.Sleep(d)
	return nil
}

func run(ctx context.Context) error {
	tracer := otel.Tracer(service)
	seats := semaphore.NewWeighted(3)
	parties := []struct {
		size  int64
		stays time.Duration
	}{
		{2, 30 * time.Millisecond},
		{3, 20 * time.Millisecond},
		{1, 10 * time.Millisecond},
		{1, 10 * time.Millisecond},
	}
	var bar errgroup.Group
	for _, party := range parties {
		bar.Go(func() error { return visit(ctx, tracer, seats, party.size, party.stays) })
		time.Sleep(5 * time.Millisecond) // the next party
	}
	return bar.Wait()
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
