package main

import (
	"net/http"
	"strconv"

	"go.opentelemetry.io/otel/propagation"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
	"go.opentelemetry.io/otel/trace"
)

// tracing sends each request in a span of its own. In Go that is a transport,
// so that the code which calls does not change.
type tracing struct {
	tracer trace.Tracer
	next   http.RoundTripper
}

func (t tracing) RoundTrip(r *http.Request) (*http.Response, error) {
	port, err := strconv.Atoi(r.URL.Port())
	if err != nil {
		return nil, err
	}
	ctx, span := t.tracer.Start(r.Context(), r.Method,
		trace.WithSpanKind(trace.SpanKindClient),
		trace.WithAttributes(
			semconv.HTTPRequestMethodKey.String(r.Method),
			semconv.ServerAddress(r.URL.Hostname()),
			semconv.ServerPort(port),
			semconv.URLFull(r.URL.String()),
		))
	defer span.End()
	r = r.Clone(ctx) // a transport must not change the request it was given
	w3c.Inject(ctx, propagation.HeaderCarrier(r.Header))
	response, err := t.next.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	span.SetAttributes(semconv.HTTPResponseStatusCode(response.StatusCode))
	return response, nil
}
