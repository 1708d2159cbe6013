// Five cups stand on the counter, three orders come: three drinks.
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

// order is what travels: the drink, and the span that sent it.
type order struct {
	drink  string
	sender trace.SpanContext
}

var attributes = trace.WithAttributes(
	attribute.String("lab.channel.name", "orders"),
	attribute.Int("lab.channel.capacity", 3),
)

// takeOrders serves three customers; then the door is closed.
func takeOrders(ctx context.Context, tracer trace.Tracer, orders chan<- order) {
	ctx, span := tracer.Start(ctx, "take orders")
	defer span.End()
	for _, drink := range []string{"espresso", "mocha", "tea"} {
		_, span := tracer.Start(ctx, "send orders", attributes)
		orders <- order{drink, span.SpanContext()}
		span.End()
	}
	close(orders)
}

func receive(ctx context.Context, tracer trace.Tracer, orders <-chan order) (drink string, ok bool) {
	start := time.Now()
	item, ok := <-orders
	if !ok {
		return "", false // closed and empty: nothing came
	}
	_, span := tracer.Start(ctx, "receive orders", attributes,
		trace.WithTimestamp(start),
		trace.WithLinks(trace.Link{SpanContext: item.sender}))
	span.End()
	return item.drink, true
}

func makeDrinks(ctx context.Context, tracer trace.Tracer, orders <-chan order) {
	ctx, span := tracer.Start(ctx, "make drinks")
	defer span.End()
	made := 0
	for made < 5 {
		drink, ok := receive(ctx, tracer, orders)
		if !ok {
			break
		}
		time.Sleep(25 * time.Millisecond) // the work
		made++
		fmt.Println("made", drink)
	}
	span.SetAttributes(attribute.Int("lab.drink.count", made))
}

func run(ctx context.Context) error {
	tracer := otel.Tracer(service)
	orders := make(chan order, 3)
	takeOrders(ctx, tracer, orders)
	makeDrinks(ctx, tracer, orders)
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
