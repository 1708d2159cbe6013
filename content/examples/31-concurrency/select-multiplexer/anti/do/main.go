// Three queues, one select: what is not yet wanted stays where it is.
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
)

const service = "coffee-bar"

func work(ctx context.Context, tracer trace.Tracer) {
	counter, phone, app := holding("espresso"), holding("mocha"), holding("tea")
	ctx, span := tracer.Start(ctx, "work")
	defer span.End()
	made := 0
	for {
		start := time.Now()
		var queue, drink string
		select {
		case drink = <-counter:
			queue = "counter"
		case drink = <-phone:
			queue = "phone"
		case drink = <-app:
			queue = "app"
		case <-ctx.Done(): // closing time
			span.SetAttributes(attribute.Int("lab.drink.count", made))
			return
		}
		received(ctx, tracer, queue, start)
		makeDrink(ctx, tracer, drink)
		made++
	}
}

func run(ctx context.Context) error {
	work(openingHours(ctx), otel.Tracer(service))
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
