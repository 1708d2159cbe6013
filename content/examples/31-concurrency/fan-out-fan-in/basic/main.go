// One hundred crates, four people, one number.
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

const service = "warehouse"

// count counts one shard and says which span has counted it.
func count(ctx context.Context, tracer trace.Tracer, index int, shard []int, parts chan<- part) {
	_, span := tracer.Start(ctx, "process shard", trace.WithAttributes(
		attribute.Int("lab.shard.index", index),
		attribute.Int("lab.item.count", len(shard))))
	defer span.End()
	time.Sleep(time.Duration(len(shard)) * paces[index])
	parts <- part{bottlesIn(shard), span.SpanContext()}
}

// fanOut starts a goroutine for each shard and waits for all.
func fanOut(ctx context.Context, tracer trace.Tracer, parts chan<- part) {
	ctx, span := tracer.Start(ctx, "fan-out")
	defer span.End()
	crates := stock()
	size := len(crates) / len(paces)
	var workers sync.WaitGroup
	for index := range paces {
		shard := crates[index*size : (index+1)*size]
		workers.Go(func() { count(ctx, tracer, index, shard, parts) })
	}
	workers.Wait()
}

func fanIn(ctx context.Context, tracer trace.Tracer, parts <-chan part) (total int) {
	_, span := tracer.Start(ctx, "fan-in")
	defer span.End()
	for p := range parts {
		span.AddLink(trace.Link{SpanContext: p.source})
		total += p.bottles
	}
	return total
}

func takeStock(ctx context.Context, tracer trace.Tracer) {
	ctx, span := tracer.Start(ctx, "take stock")
	defer span.End()
	parts := make(chan part)
	go func() {
		defer close(parts) // all have ended: no part follows
		fanOut(ctx, tracer, parts)
	}()
	fmt.Println(fanIn(ctx, tracer, parts), "bottles")
}

func run(ctx context.Context) error {
	takeStock(ctx, otel.Tracer(service))
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
