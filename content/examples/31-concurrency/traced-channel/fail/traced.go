package main

import (
	"context"
	"errors"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
	"go.opentelemetry.io/otel/trace"
)

type envelope[T any] struct {
	value  T
	sender trace.SpanContext
}

// tracedChan is a traced channel whose send ends with its context.
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

func (c *tracedChan[T]) send(ctx context.Context, value T) (err error) {
	_, span := c.tracer.Start(ctx, "send "+c.name, c.attributes)
	defer func() { end(span, err) }()
	select {
	case c.items <- envelope[T]{value, span.SpanContext()}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (c *tracedChan[T]) receive(ctx context.Context) (value T, ok bool) {
	start := time.Now()
	item, ok := <-c.items
	if !ok {
		return value, false
	}
	_, span := c.tracer.Start(ctx, "receive "+c.name, c.attributes,
		trace.WithTimestamp(start),
		trace.WithLinks(trace.Link{SpanContext: item.sender}))
	span.End()
	return item.value, true
}

func (c *tracedChan[T]) close() { close(c.items) }

// end ends a span whose work gave err. A cancellation that the
// caller asked for is no error: the status stays Unset.
func end(span trace.Span, err error) {
	if errors.Is(err, context.Canceled) {
		span.SetAttributes(attribute.String("lab.outcome", "cancelled"))
	} else if err != nil {
		span.SetStatus(codes.Error, err.Error())
		span.SetAttributes(semconv.ErrorType(err))
	}
	span.End()
}
