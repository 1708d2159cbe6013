package main

import (
	"context"
	"errors"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
	"go.opentelemetry.io/otel/trace"
)

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
