// The tank is empty.
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

const service = "coffee-bar"

func brew(ctx context.Context) error {
	if err := sleep(ctx, 15*time.Millisecond); err != nil {
		return err
	}
	return outOfWater{}
}

// pipeline starts the stages and waits for all of them. The first
// error cancels the others and is the one that comes back.
func pipeline(ctx context.Context, tracer trace.Tracer) error {
	group, inner := errgroup.WithContext(ctx)
	ground := make(chan int, 1)
	brewed := make(chan int, 1)
	served := make(chan int, 5)
	queue := orders()
	group.Go(func() error { return stage(inner, tracer, "grind", grind, queue, ground) })
	group.Go(func() error { return stage(inner, tracer, "brew", brew, ground, brewed) })
	group.Go(func() error { return stage(inner, tracer, "serve", serve, brewed, served) })
	return group.Wait()
}

func run(ctx context.Context) error {
	tracer := otel.Tracer(service)
	ctx, span := tracer.Start(ctx, "pipeline drinks",
		trace.WithAttributes(attribute.String("lab.pipeline.name", "drinks")))
	err := pipeline(ctx, tracer)
	if err != nil {
		recordException(ctx, otel.Logger(service), err)
		fmt.Println("no drinks today:", err)
	}
	end(span, err)
	return nil // it has been dealt with here
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
