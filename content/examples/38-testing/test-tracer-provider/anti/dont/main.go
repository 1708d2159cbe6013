// Two tests, one provider.
package main

import (
	"context"
	"errors"
	"log"
	"sync"
	"time"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
)

const service = "tests"

func espressoHasTwoSpans(
	ctx context.Context,
	provider *sdk.TracerProvider,
	exporter *tracetest.InMemoryExporter,
) error {
	makeDrink(ctx, provider.Tracer("coffee-bar"), "espresso", 20*time.Millisecond)
	var names []string
	for _, span := range exporter.GetSpans() {
		names = append(names, span.Name)
	}
	return equal(names, []string{"grind", "make drink"})
}

func teaIsNamed(
	ctx context.Context,
	provider *sdk.TracerProvider,
	exporter *tracetest.InMemoryExporter,
) error {
	makeDrink(ctx, provider.Tracer("coffee-bar"), "tea", 30*time.Millisecond)
	tea := exporter.GetSpans()[1]
	set := attribute.NewSet(tea.Attributes...)
	drink, _ := set.Value("lab.drink")
	return equal(drink.AsString(), "tea")
}

// run starts both at once, as tests do that call t.Parallel.
func run(ctx context.Context) error {
	// One for all tests, as a global provider is.
	provider, exporter := recorder()

	var suite sync.WaitGroup
	suite.Go(func() {
		test(ctx, "espresso has two spans", func(ctx context.Context) error {
			return espressoHasTwoSpans(ctx, provider, exporter)
		})
	})
	suite.Go(func() {
		test(ctx, "tea is named", func(ctx context.Context) error {
			return teaIsNamed(ctx, provider, exporter)
		})
	})
	suite.Wait()
	return nil
}

// main sends the report to the collector that the environment names
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
