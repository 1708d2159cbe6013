// Two queues that close one after the other.
package main

import (
	"context"
	"errors"
	"fmt"
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

// orders sends a drink every so often, then closes.
func orders(every time.Duration, drinks ...string) <-chan string {
	out := make(chan string)
	go func() {
		defer close(out)
		for _, drink := range drinks {
			time.Sleep(every)
			out <- drink
		}
	}()
	return out
}

func makeDrink(ctx context.Context, tracer trace.Tracer, queue, drink string) {
	_, span := tracer.Start(ctx, "make drink",
		trace.WithAttributes(attribute.String("lab.channel.name", queue)))
	defer span.End()
	time.Sleep(5 * time.Millisecond) // the work
	fmt.Println("made", drink)
}

func listen(ctx context.Context, tracer trace.Tracer) {
	ctx, span := tracer.Start(ctx, "serve both queues")
	defer span.End()
	counter := orders(10*time.Millisecond, "espresso", "mocha")
	phone := orders(25*time.Millisecond, "tea", "latte", "chai")
	turns := 0
	for counter != nil || phone != nil {
		turns++
		select {
		case drink, ok := <-counter:
			if !ok {
				// A closed channel is always ready. A nil one never is.
				counter = nil
				continue
			}
			makeDrink(ctx, tracer, "counter", drink)
		case drink, ok := <-phone:
			if !ok {
				phone = nil
				continue
			}
			makeDrink(ctx, tracer, "phone", drink)
		}
	}
	span.SetAttributes(attribute.Int("lab.select.count", turns))
}

func run(ctx context.Context) error {
	listen(ctx, otel.Tracer(service))
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
