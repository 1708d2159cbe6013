package main

import (
	"context"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"
)

type outOfWater struct{}

func (outOfWater) Error() string { return "the tank is empty" }

// ErrorType is the error.type of the spans that it ends.
func (outOfWater) ErrorType() string { return "OutOfWater" }

// orders gives five orders, ready to be taken.
func orders() <-chan int {
	queue := make(chan int, 5)
	for n := range 5 {
		queue <- n
	}
	close(queue)
	return queue
}

// stage works until its input is closed, its work fails or its
// context ends. However it ends, the next stage gets an end too.
func stage(ctx context.Context, tracer trace.Tracer, name string, work func(context.Context) error, in <-chan int, out chan<- int) error {
	defer close(out)
	for item := range in {
		inner, span := tracer.Start(ctx, "stage "+name, trace.WithAttributes(
			attribute.String("lab.pipeline.name", "drinks"),
			attribute.String("lab.stage.name", name),
			attribute.Int("lab.item.index", item)))
		err := work(inner)
		end(span, err)
		if err != nil {
			return err
		}
		select {
		case out <- item:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

// sleep ends at once when its context does.
func sleep(ctx context.Context, d time.Duration) error {
	select {
	case <-time.After(d):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func grind(ctx context.Context) error { return sleep(ctx, 10*time.Millisecond) }

func serve(ctx context.Context) error { return sleep(ctx, 5*time.Millisecond) }
