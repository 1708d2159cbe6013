// Failed on every span that did, recorded once.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/trace"
)

const service = "coffee-bar"

// stage sets status and error.type, and records nothing.
func stage(ctx context.Context, tracer trace.Tracer, step string) (err error) {
	_, span := tracer.Start(ctx, "stage "+step)
	defer func() { end(span, err) }()
	return work(step)
}

func pipeline(ctx context.Context, tracer trace.Tracer) error {
	for _, step := range steps {
		if err := stage(ctx, tracer, step); err != nil {
			return err
		}
	}
	return nil
}

func run(ctx context.Context) error {
	tracer := otel.Tracer(service)
	ctx, span := tracer.Start(ctx, "pipeline drinks")
	err := pipeline(ctx, tracer)
	if err != nil {
		// Nobody above will do it: this is the place.
		recordException(ctx, otel.Logger(service), err)
		fmt.Println("no drink:", err)
	}
	end(span, err)
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
