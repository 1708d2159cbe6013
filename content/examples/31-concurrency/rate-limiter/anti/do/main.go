// Fourteen answers, fifteen spans, two numbers.
package main

import (
	"context"
	"errors"
	"log"
	"time"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/metric"
	"go.opentelemetry.io/otel/trace"
	"golang.org/x/time/rate"
)

const service = "coffee-bar"

func allowed(ctx context.Context, requests metric.Int64Counter, limiter *rate.Limiter) bool {
	ok := limiter.Allow()
	decision := "denied"
	if ok {
		decision = "allowed"
	}
	requests.Add(ctx, 1, metric.WithAttributes(
		attribute.String("lab.rate_limit.decision", decision)))
	return ok
}

func readMenu(ctx context.Context, tracer trace.Tracer) {
	_, span := tracer.Start(ctx, "read menu")
	defer span.End()
	time.Sleep(1 * time.Millisecond)
}

// scrape asks for the menu 100 times in one second.
func scrape(ctx context.Context, tracer trace.Tracer, requests metric.Int64Counter) {
	ctx, span := tracer.Start(ctx, "scrape")
	defer span.End()
	limiter := rate.NewLimiter(5, 10)
	for range 100 {
		next := time.Now().Add(10 * time.Millisecond)
		if allowed(ctx, requests, limiter) {
			readMenu(ctx, tracer)
		}
		time.Sleep(time.Until(next))
	}
}

func run(ctx context.Context) error {
	requests, err := otel.Meter(service).Int64Counter(
		"lab.rate_limit.requests",
		metric.WithDescription("What the limiter decided"),
		metric.WithUnit("{request}"))
	if err != nil {
		return err
	}
	scrape(ctx, otel.Tracer(service), requests)
	return nil
}

func main() {
	ctx := context.Background()
	shutdown, err := setUp(ctx)
	if err != nil {
		log.Fatal(err)
	}
	if err := errors.Join(run(ctx), shutdown(ctx)); err != nil {
		log.Fatal(err)
	}
}
