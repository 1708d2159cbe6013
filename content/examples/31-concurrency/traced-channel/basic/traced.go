package main

import (
	"context"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"
)

// envelope is what travels: the value, and the span that sent it.
type envelope[T any] struct {
	value  T
	sender trace.SpanContext
}

// tracedChan is a channel that leaves a span for each send and each
// receive.
type tracedChan[T any] struct {
	name       string
	tracer     trace.Tracer
	items      chan envelope[T]
	attributes trace.SpanStartEventOption
}

func newTracedChan[T any](tracer trace.Tracer, name string, n int) *tracedChan[T] {
	return &tracedChan[T]{
		name:   name,
		tracer: tracer,
		items:  make(chan envelope[T], n),
		attributes: trace.WithAttributes(
			attribute.String("lab.channel.name", name),
			attribute.Int("lab.channel.capacity", n),
		),
	}
}

func (c *tracedChan[T]) send(ctx context.Context, value T) {
	_, span := c.tracer.Start(ctx, "send "+c.name, c.attributes)
	defer span.End()
	c.items <- envelope[T]{value, span.SpanContext()}
}

func (c *tracedChan[T]) receive(ctx context.Context) (value T, ok bool) {
	start := time.Now()
	item, ok := <-c.items
	if !ok {
		return value, false // closed: nothing came, so no span
	}
	_, span := c.tracer.Start(ctx, "receive "+c.name, c.attributes,
		trace.WithTimestamp(start),
		trace.WithLinks(trace.Link{SpanContext: item.sender}))
	span.End()
	return item.value, true
}

func (c *tracedChan[T]) close() { close(c.items) }
