// The receipt that outlives the guest.
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

// writeReceipt: the books must be right, whoever leaves.
func writeReceipt(ctx context.Context, tracer trace.Tracer) (err error) {
	ctx, span := tracer.Start(ctx, "write receipt")
	defer func() { end(span, err) }()
	if err := sleep(ctx, 15*time.Millisecond); err != nil {
		return err
	}
	fmt.Println("the receipt is in the books")
	return nil
}

func serve(ctx context.Context, tracer trace.Tracer) (err error) {
	ctx, span := tracer.Start(ctx, "serve order")
	defer func() { end(span, err) }()
	defer func() {
		// The same span, without its end; and an end of its own.
		apart := context.WithoutCancel(ctx)
		last, cancel := context.WithTimeout(apart, 100*time.Millisecond)
		defer cancel()
		err = errors.Join(err, writeReceipt(last, tracer))
	}()
	return sleep(ctx, 50*time.Millisecond) // the work
}

func run(ctx context.Context) error {
	guest, leave := context.WithCancel(ctx)
	defer leave()
	time.AfterFunc(30*time.Millisecond, leave)
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
