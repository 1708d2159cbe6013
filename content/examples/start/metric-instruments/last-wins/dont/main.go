// A gauge keeps the last.
package main

import (
	"context"
	"errors"
	"log"
	"time"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/metric"
)

const service = "coffee-bar"

func makeDrink(ctx context.Context, duration metric.Float64Gauge, work time.Duration) {
	start := time.Now()
	ctx, span := otel.Tracer(service).Start(ctx, "make drink")
	time.Sleep(work)
	span.End()
	duration.Record(ctx, time.Since(start).Seconds())
}

func run(ctx context.Context) error {
	duration, err := otel.Meter(service).Float64Gauge("lab.drink.duration",
		metric.WithDescription("How long a drink takes"),
		metric.WithUnit("s"))
	if err != nil {
		return err
	}
	for _, work := range morning {
		makeDrink(ctx, duration, work)
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
