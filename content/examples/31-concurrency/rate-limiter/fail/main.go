// Too late is known at once.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"sync"
	"time"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
	"go.opentelemetry.io/otel/trace"
	"golang.org/x/time/rate"
)

const service = "coffee-bar"

type bar struct {
	tracer  trace.Tracer
	limiter *rate.Limiter
	guests  sync.WaitGroup
}

// arrive decides about a guest at the door, one after the other:
// goroutines start in no order that anyone could queue by. Only
// whoever gets a token waits for it in a goroutine.
func (b *bar) arrive(ctx context.Context, name string) {
	ctx, span := b.tracer.Start(ctx, "order")
	delay, err := reserve(ctx, b.limiter)
	if err != nil {
		fmt.Printf("%s: %v\n", name, err)
		end(span, err)
		return
	}
	b.guests.Go(func() {
		err := b.wait(ctx, delay)
		if err == nil {
			time.Sleep(20 * time.Millisecond) // the work
		}
		end(span, err)
	})
}

func (b *bar) wait(ctx context.Context, delay time.Duration) (err error) {
	if delay == 0 {
		return nil
	}
	_, span := b.tracer.Start(ctx, "wait")
	defer func() { end(span, err) }()
	select {
	case <-time.After(delay):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func run(ctx context.Context) error {
	hurry, cancel := context.WithTimeout(ctx, 100*time.Millisecond)
	defer cancel()
	// One token, and five a second.
	b := &bar{tracer: otel.Tracer(service), limiter: rate.NewLimiter(5, 1)}
	b.arrive(ctx, "the first")
	b.arrive(hurry, "one in a hurry")
	b.arrive(ctx, "one with time")
	b.guests.Wait()
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
