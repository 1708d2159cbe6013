// The same broken sale, tested three times.
package main

import (
	"context"
	"errors"
	"log"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
)

const service = "coffee-bar"

var right = []string{
	"sell drink (internal)",
	"  look up price (internal)",
	"    SELECT menu (client)",
	"  charge card (client)",
}

func byNumber(ctx context.Context, t given) error {
	sell(ctx, t.tracer, "mocha", 500)
	if len(t.recorder.Ended()) != 4 {
		return errors.New("not four spans")
	}
	return nil
}

func byYesAndNo(ctx context.Context, t given) error {
	sell(ctx, t.tracer, "mocha", 500)
	ended := make(map[string]sdk.ReadOnlySpan)
	for _, span := range t.recorder.Ended() {
		ended[span.Name()] = span
	}
	price := ended["look up price"].SpanContext().SpanID()
	if ended["SELECT menu"].Parent().SpanID() != price {
		return errors.New("expected true, found false")
	}
	return nil
}

func byTree(ctx context.Context, t given) error {
	sell(ctx, t.tracer, "mocha", 500)
	return same(outline(t.recorder.Ended()), right)
}

func run(ctx context.Context) error {
	return errors.Join(
		test(ctx, "by number", byNumber),
		test(ctx, "by yes and no", byYesAndNo),
		test(ctx, "by tree", byTree))
}

// main sends the traces to the collector that the environment names
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
