// Three drums, room for four.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"time"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/trace"
)

const service = "roastery"

// burnt is what becomes of a batch that nobody looked after.
type burnt struct{ batch int }

func (b burnt) Error() string { return fmt.Sprintf("batch %d is charcoal", b.batch) }

func (burnt) ErrorType() string { return "burnt" }

var roasting = []time.Duration{
	35 * time.Second, 45 * time.Second, 55 * time.Second,
	35 * time.Second, 45 * time.Second, 55 * time.Second,
	35 * time.Second, 45 * time.Second, 55 * time.Second,
}

func roast(batch int, d time.Duration) error {
	time.Sleep(d) // the work
	if batch == 5 {
		return burnt{batch}
	}
	fmt.Printf("batch %d is ready\n", batch)
	return nil
}

func prepare(ctx context.Context, tracer trace.Tracer, drums *workerPool) {
	ctx, span := tracer.Start(ctx, "prepare opening")
	defer span.End()
	for i, d := range roasting {
		batch := i + 1
		drums.submit(ctx, job{
			id:   fmt.Sprintf("b%d", batch),
			kind: "roast",
			run:  func(context.Context) error { return roast(batch, d) },
		})
	}
	drums.finish()
}

func run(ctx context.Context) error {
	meters, err := newInstruments(otel.Meter(service))
	if err != nil {
		return err
	}
	tracer := otel.Tracer(service)
	prepare(ctx, tracer, newWorkerPool(tracer, meters, 3, 4))
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
