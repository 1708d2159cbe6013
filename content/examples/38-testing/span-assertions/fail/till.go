package main

import (
	"context"
	"time"

	"go.opentelemetry.io/otel/attribute"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
	"go.opentelemetry.io/otel/trace"
)

var client = trace.WithSpanKind(trace.SpanKindClient)

var query = trace.WithAttributes(
	semconv.DBSystemNamePostgreSQL,
	semconv.DBQuerySummary("SELECT menu"))

// sell looks up the price, then charges the card. It is tested.
func sell(ctx context.Context, tracer trace.Tracer, drink string, balance int) bool {
	ctx, sale := tracer.Start(ctx, "sell drink")
	defer sale.End()
	sale.SetAttributes(attribute.String("lab.drink", drink))
	price := lookUp(ctx, tracer)
	paid := charge(ctx, tracer, price, balance)
	sale.SetAttributes(attribute.Bool("lab.sale.paid", paid))
	return paid
}

// lookUp asks with the context of the sale: the one of the look-up
// is not taken. Go lets you drop it with an underscore.
func lookUp(ctx context.Context, tracer trace.Tracer) int {
	_, span := tracer.Start(ctx, "look up price")
	defer span.End()
	time.Sleep(2 * time.Millisecond)
	_, ask := tracer.Start(ctx, "SELECT menu", client, query)
	time.Sleep(8 * time.Millisecond)
	ask.End()
	return 380
}

func charge(ctx context.Context, tracer trace.Tracer, price, balance int) bool {
	_, span := tracer.Start(ctx, "charge card", client)
	defer span.End()
	time.Sleep(20 * time.Millisecond)
	return balance >= price
}
