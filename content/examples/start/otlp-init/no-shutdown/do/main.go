// Whoever has made a provider shuts it down.
package main

import (
	"context"
	"errors"
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

func run(ctx context.Context, options ...otlptracehttp.Option) (err error) {
	provider, err := newProvider(ctx, options...)
	if err != nil {
		return err
	}
	defer func() {
		// Also after an error: those are the spans you want. Not with
		// ctx, which may be over by now.
		last, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		err = errors.Join(err, provider.Shutdown(last))
	}()
	tracer := provider.Tracer("coffee-bar")
	for _, drink := range []string{"espresso", "mocha", "tea"} {
		makeDrink(ctx, tracer, drink)
	}
	return nil
}

func main() {
	if err := run(context.Background()); err != nil {
		log.Fatal(err)
	}
}
