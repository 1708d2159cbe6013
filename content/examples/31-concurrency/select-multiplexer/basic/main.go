// Three roasters, one first answer.
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

// ask asks a roaster. Room for one answer: nobody waits to give it.
func ask(ctx context.Context, tracer trace.Tracer, roaster string, d time.Duration) <-chan string {
	answer := make(chan string, 1)
	go func() {
		_, span := tracer.Start(ctx, "ask "+roaster)
		time.Sleep(d) // there and back
		span.End()    // before the answer: whoever has it may exit
		answer <- roaster + " has beans"
	}()
	return answer
}

func buyBeans(ctx context.Context, tracer trace.Tracer) {
	ctx, span := tracer.Start(ctx, "buy beans")
	defer span.End()
	north := ask(ctx, tracer, "north", 30*time.Millisecond)
	harbour := ask(ctx, tracer, "harbour", 20*time.Millisecond)
	mill := ask(ctx, tracer, "mill", 45*time.Millisecond)

	_, choice := tracer.Start(ctx, "select",
		trace.WithAttributes(attribute.Int("lab.select.case.count", 3)))
	var first, chosen string
	var others []<-chan string
	select {
	case first = <-north:
		chosen, others = "north", []<-chan string{harbour, mill}
	case first = <-harbour:
		chosen, others = "harbour", []<-chan string{north, mill}
	case first = <-mill:
		chosen, others = "mill", []<-chan string{north, harbour}
	}
	choice.SetAttributes(attribute.String("lab.select.chosen", chosen))
	choice.End()
	fmt.Println("first:", first)

	// The others were not touched: their answers are still to come.
	_, note := tracer.Start(ctx, "note the others")
	defer note.End()
	for _, answer := range others {
		fmt.Println("later:", <-answer)
	}
}

func run(ctx context.Context) error {
	buyBeans(ctx, otel.Tracer(service))
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
