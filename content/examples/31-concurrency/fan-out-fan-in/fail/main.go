// One shard fails, three stop.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"time"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"
	"golang.org/x/sync/errgroup"
)

const service = "warehouse"

type brokenCrate struct{}

func (brokenCrate) Error() string { return "no bottom" }

// ErrorType is the error.type of the spans that it ends.
func (brokenCrate) ErrorType() string { return "BrokenCrate" }

// count looks at its context beside every wait: nothing stops a
// goroutine but itself.
func count(ctx context.Context, shard []int) error {
	for _, bottles := range shard {
		select {
		case <-time.After(2 * time.Millisecond):
		case <-ctx.Done():
			return ctx.Err()
		}
		if bottles == 0 {
			return brokenCrate{}
		}
	}
	return nil
}

func process(ctx context.Context, tracer trace.Tracer, index int, shard []int) (err error) {
	ctx, span := tracer.Start(ctx, "process shard",
		trace.WithAttributes(attribute.Int("lab.shard.index", index)))
	defer func() { end(span, err) }()
	return count(ctx, shard)
}

func fanOut(ctx context.Context, tracer trace.Tracer) (err error) {
	ctx, span := tracer.Start(ctx, "fan-out")
	defer func() { end(span, err) }()
	group, inner := errgroup.WithContext(ctx)
	for index, shard := range shards() {
		group.Go(func() error { return process(inner, tracer, index, shard) })
	}
	if err := group.Wait(); err != nil { // for all, then the first error
		recordException(ctx, otel.Logger(service), err)
		return err
	}
	return nil
}

func run(ctx context.Context) error {
	if err := fanOut(ctx, otel.Tracer(service)); err != nil {
		fmt.Println("stock not taken:", err)
	}
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
