// A burst of ten, then five a second.
package main

import (
	"context"
	"errors"
	"log"
	"sync"
	"time"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/metric"
	"go.opentelemetry.io/otel/trace"
	"golang.org/x/time/rate"
)

const service = "coffee-bar"

type bar struct {
	tracer  trace.Tracer
	meters  instruments
	limiter *rate.Limiter
}

// token returns when there is a token. A span only if that takes
// time.
func (b *bar) token(ctx context.Context) {
	delay := b.limiter.Reserve().Delay()
	decision := "allowed"
	if delay > 0 {
		decision = "delayed"
	}
	b.meters.requests.Add(ctx, 1, metric.WithAttributes(
		attribute.String("lab.rate_limit.decision", decision)))
	b.meters.waiting.Record(ctx, delay.Seconds())
	if delay > 0 {
		_, span := b.tracer.Start(ctx, "wait")
		defer span.End()
		time.Sleep(delay)
	}
}

func (b *bar) order(ctx context.Context) {
	ctx, span := b.tracer.Start(ctx, "order")
	defer span.End()
	b.token(ctx)
	time.Sleep(20 * time.Millisecond) // the work
}

func run(ctx context.Context) error {
	meters, err := newInstruments(otel.Meter(service))
	if err != nil {
		return err
	}
	// Five tokens a second, ten at most, and ten at first.
	b := &bar{otel.Tracer(service), meters, rate.NewLimiter(5, 10)}

	// Sixteen guests, one every 40 ms.
	var guests sync.WaitGroup
	for range 16 {
		guests.Go(func() { b.order(ctx) })
		time.Sleep(40 * time.Millisecond)
	}
	guests.Wait()
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
