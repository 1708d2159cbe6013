package main

import (
	"context"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"
)

// item is an order on its way, and the spans that worked on it last.
type item struct {
	order int
	from  []trace.SpanContext
}

// orders gives three orders, then no more.
func orders() <-chan item {
	out := make(chan item)
	go func() {
		defer close(out)
		for order := range 3 {
			out <- item{order: order}
		}
	}()
	return out
}

// stage links each of its spans to those before it.
func stage(ctx context.Context, tracer trace.Tracer, name string, takes time.Duration, in <-chan item) <-chan item {
	out := make(chan item, 1)
	go func() {
		defer close(out)
		for next := range in {
			done := work(ctx, tracer, name, takes, next)
			out <- item{next.order, []trace.SpanContext{done}}
		}
	}()
	return out
}

func work(ctx context.Context, tracer trace.Tracer, name string, takes time.Duration, on item) trace.SpanContext {
	var links []trace.Link
	for _, source := range on.from {
		links = append(links, trace.Link{SpanContext: source})
	}
	_, span := tracer.Start(ctx, "stage "+name, trace.WithLinks(links...), trace.WithAttributes(
		attribute.String("lab.pipeline.name", "breakfast"),
		attribute.String("lab.stage.name", name),
		attribute.Int("lab.item.index", on.order)))
	defer span.End()
	time.Sleep(takes)
	return span.SpanContext()
}

// tee gives every item to both branches.
func tee(in <-chan item) (left, right <-chan item) {
	l, r := make(chan item, 1), make(chan item, 1)
	go func() {
		defer close(l)
		defer close(r)
		for next := range in {
			l <- next
			r <- next
		}
	}()
	return l, r
}
