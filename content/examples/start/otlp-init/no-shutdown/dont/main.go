// Three drinks, no spans.
package main

import (
	"context"
	"fmt"
	"log"
	"time"

	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/trace"
)

func makeDrink(ctx context.Context, tracer trace.Tracer, drink string) {
	_, span := tracer.Start(ctx, "make drink")
	defer span.End()
	time.Sleep(200 * time.Millisecond) // the work
	fmt.Println("made", drink)
}

func run(ctx context.Context, options ...otlptracehttp.Option) error {
	provider, err := newProvider(ctx, options...)
	if err != nil {
		return err
	}
	tracer := provider.Tracer("coffee-bar")
	for _, drink := range []string{"espresso", "mocha", "tea"} {
		makeDrink(ctx, tracer, drink)
	}
	// The program ends here, after 600 ms. The three spans have ended
	// too; they wait for a batch that would be sent after 5 s.
	return nil
}

func main() {
	if err := run(context.Background()); err != nil {
		log.Fatal(err)
	}
}
