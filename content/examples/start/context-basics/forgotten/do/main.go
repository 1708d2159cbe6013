// The context that is passed on.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"time"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
	"go.opentelemetry.io/otel/trace"
)

const service = "coffee-bar"

func askBank(ctx context.Context, tracer trace.Tracer) (err error) {
	ctx, span := tracer.Start(ctx, "ask bank")
	defer func() { end(span, err) }()
	if err := sleep(ctx, 200*time.Millisecond); err != nil {
		return err
	}
	fmt.Println("the card was charged")
	return nil
}

func pay(ctx context.Context, tracer trace.Tracer) (err error) {
	ctx, span := tracer.Start(ctx, "pay")
	defer func() { end(span, err) }()
	return askBank(ctx, tracer)
}

func makeDrink(ctx context.Context, tracer trace.Tracer) (err error) {
	ctx, span := tracer.Start(ctx, "make drink")
	defer func() { end(span, err) }()
	return sleep(ctx, 50*time.Millisecond)
}

func serve(ctx context.Context, tracer trace.Tracer) (err error) {
	ctx, span := tracer.Start(ctx, "serve order")
	defer func() { end(span, err) }()
	if err := pay(ctx, tracer); err != nil {
		return err
	}
	return makeDrink(ctx, tracer)
}

func run(ctx context.Context) error {
	guest, leave := context.WithCancel(ctx)
	defer leave()
	time.AfterFunc(30*time.Millisecond, leave) // she changes her mind
	if err := serve(guest, otel.Tracer(service)); err != nil {
		fmt.Println("not served:", err)
	}
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
