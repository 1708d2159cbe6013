// The merge that can be called off.
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

const service = "warehouse"

// forward goes on until its source is closed or it is called off.
func forward(ctx context.Context, tracer trace.Tracer, source <-chan int, merged chan<- int) {
	_, span := tracer.Start(ctx, "fan-in")
	defer span.End()
	for {
		select {
		case kg, ok := <-source:
			if !ok {
				return
			}
			select {
			case merged <- kg:
			case <-ctx.Done():
				return
			}
		case <-ctx.Done():
			return
		}
	}
}

func merge(ctx context.Context, tracer trace.Tracer, sources ...<-chan int) <-chan int {
	merged := make(chan int)
	for _, source := range sources {
		go forward(ctx, tracer, source, merged)
	}
	return merged
}

func weighSacks(ctx context.Context, tracer trace.Tracer) {
	shift, stop := context.WithCancel(ctx)
	defer stop()
	shift, span := tracer.Start(shift, "weigh sacks")
	defer span.End()
	sacks := merge(shift, tracer, scale(shift, 10*time.Millisecond), scale(shift, 15*time.Millisecond))
	for range 5 {
		fmt.Println(<-sacks, "kg")
	}
	stop()
	time.Sleep(20 * time.Millisecond) // time for everybody to go home
}

func run(ctx context.Context) error {
	weighSacks(ctx, otel.Tracer(service))
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
