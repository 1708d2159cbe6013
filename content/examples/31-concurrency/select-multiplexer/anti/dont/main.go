// Three queues, a goroutine each: whoever is first wins, and all
// have taken.
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

// race receives from every queue and gives what came first.
func race(ctx context.Context, tracer trace.Tracer, queues map[string]<-chan string) (drink string, ok bool) {
	first := make(chan string, len(queues))
	for name, queue := range queues {
		start := time.Now()
		go func() {
			drink := <-queue // for ever, once the queue is empty
			received(ctx, tracer, name, start)
			first <- drink
		}()
	}
	select {
	case drink := <-first:
		return drink, true
	case <-ctx.Done(): // closing time
		return "", false
	}
}

func work(ctx context.Context, tracer trace.Tracer) {
	queues := map[string]<-chan string{
		"counter": holding("espresso"),
		"phone":   holding("mocha"),
		"app":     holding("tea"),
	}
	ctx, span := tracer.Start(ctx, "work")
	defer span.End()
	made := 0
	for {
		drink, ok := race(ctx, tracer, queues)
		if !ok {
			break
		}
		makeDrink(ctx, tracer, drink)
		made++
	}
	span.SetAttributes(attribute.Int("lab.drink.count", made))
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
