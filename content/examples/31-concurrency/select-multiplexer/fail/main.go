// Too late, or called off.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"sync"
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

type tooLate struct{}

func (tooLate) Error() string { return "no cup in 50 ms" }

// ErrorType is the error.type of every span that it ends.
func (tooLate) ErrorType() string { return "timeout" }

const chosen = attribute.Key("lab.select.chosen")

func waitForCup(ctx context.Context, tracer trace.Tracer, cups <-chan string) (cup string, err error) {
	ctx, span := tracer.Start(ctx, "select",
		trace.WithAttributes(attribute.Int("lab.select.case.count", 3)))
	defer func() { end(span, err) }()
	select {
	case cup = <-cups:
		span.SetAttributes(chosen.String("cup"))
		return cup, nil
	case <-time.After(50 * time.Millisecond):
		span.SetAttributes(chosen.String("late"))
		return "", tooLate{}
	case <-ctx.Done():
		span.SetAttributes(chosen.String("quit"))
		return "", ctx.Err()
	}
}

func serve(ctx context.Context, tracer trace.Tracer, cups <-chan string) {
	ctx, span := tracer.Start(ctx, "serve guest")
	cup, err := waitForCup(ctx, tracer, cups)
	end(span, err)
	if err != nil {
		fmt.Println("no coffee:", err)
		return
	}
	fmt.Println("served", cup)
}

func run(ctx context.Context) error {
	tracer := otel.Tracer(service)
	cups := make(chan string) // the machine is broken: none comes
	serve(ctx, tracer, cups)  // a guest who stays

	visit, leave := context.WithCancel(ctx)
	defer leave()
	var bar sync.WaitGroup
	// One who remembers an appointment.
	bar.Go(func() { serve(visit, tracer, cups) })
	time.Sleep(20 * time.Millisecond)
	leave()
	bar.Wait()
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
