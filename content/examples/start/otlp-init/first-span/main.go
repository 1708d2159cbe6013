// Exporter, processor, resource, provider and shutdown, in the order
// in which a span meets them.
package main

import (
	"context"
	"fmt"
	"log"
	"time"

	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
)

func run(ctx context.Context, options ...otlptracehttp.Option) error {
	// 1. The exporter turns spans into OTLP and posts them, to
	// https://localhost:4318/v1/traces unless the environment says
	// otherwise.
	exporter, err := otlptracehttp.New(ctx, options...)
	if err != nil {
		return err
	}

	// 2. The processor keeps ended spans and hands them over in batches.
	processor := sdk.NewBatchSpanProcessor(exporter)

	// 3. The resource says who is talking, once for all spans.
	res := resource.NewSchemaless(semconv.ServiceName("coffee-bar"))

	// 4. The provider holds them together and makes tracers.
	provider := sdk.NewTracerProvider(
		sdk.WithResource(res),
		sdk.WithSpanProcessor(processor))

	tracer := provider.Tracer("coffee-bar")
	_, span := tracer.Start(ctx, "brew coffee")
	time.Sleep(120 * time.Millisecond) // the work
	span.End()
	fmt.Println("ended: the span waits in the processor")

	// 5. Shutdown sends what is waiting, then closes the exporter.
	if err := provider.Shutdown(ctx); err != nil {
		return err
	}
	fmt.Println("shut down: the receiver has answered")
	return nil
}

func main() {
	if err := run(context.Background()); err != nil {
		log.Fatal(err)
	}
}
