// Whose turn it is, the caller knows, and says so.
package main

import (
	"context"
	"errors"
	"log"
	"sync"
	"time"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	otellog "go.opentelemetry.io/otel/log"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
	"go.opentelemetry.io/otel/trace"
)

const service = "coffee-bar"

func say(ctx context.Context, body string, order order, level otellog.Severity) {
	var record otellog.Record
	record.SetTimestamp(time.Now())
	record.SetSeverity(level)
	record.SetBody(attribute.StringValue(body))
	record.AddAttributes(attribute.String("lab.drink", order.drink))
	otel.Logger(service).Emit(ctx, record)
}

func serve(ctx context.Context, order order) {
	ctx, span := otel.Tracer(service).Start(ctx, "serve order",
		trace.WithAttributes(attribute.String("lab.drink", order.drink)))
	defer span.End()
	say(ctx, "order taken", order, otellog.SeverityInfo)
	time.Sleep(order.takes)
	if order.jams {
		say(ctx, "grinder jammed", order, otellog.SeverityError)
		span.SetStatus(codes.Error, errJam.Error())
		span.SetAttributes(semconv.ErrorTypeKey.String("Jam"))
		return
	}
	say(ctx, "drink ready", order, otellog.SeverityInfo)
}

func run(ctx context.Context) error {
	var bar sync.WaitGroup
	for _, order := range orders {
		bar.Go(func() {
			time.Sleep(order.at)
			serve(ctx, order)
		})
	}
	bar.Wait()
	return nil
}

func main() {
	ctx := context.Background()
	shutdown, err := setUp(ctx)
	if err != nil {
		log.Fatal(err)
	}
	if err := errors.Join(run(ctx), shutdown(ctx)); err != nil {
		log.Fatal(err)
	}
}
