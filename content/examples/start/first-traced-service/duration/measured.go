package main

import (
	"net/http"
	"strconv"
	"strings"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/metric"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
	"go.opentelemetry.io/otel/trace"
)

func newDuration(meter metric.Meter) (metric.Float64Histogram, error) {
	return meter.Float64Histogram("http.server.request.duration",
		metric.WithUnit("s"),
		metric.WithExplicitBucketBoundaries(
			0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10))
}

// measured starts a span for each request, and tells its duration to the metric.
func measured(tracer trace.Tracer, duration metric.Float64Histogram, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		facts := []attribute.KeyValue{
			semconv.HTTPRequestMethodKey.String(r.Method),
			semconv.URLScheme("http"),
		}
		ctx, span := tracer.Start(r.Context(), r.Method,
			trace.WithSpanKind(trace.SpanKindServer),
			trace.WithAttributes(facts...),
			trace.WithAttributes(semconv.URLPath(r.URL.Path)))
		defer span.End()
		r = r.WithContext(ctx) // the mux writes its pattern into this copy
		answer := &recorder{ResponseWriter: w, code: http.StatusOK}
		start := time.Now()
		next.ServeHTTP(answer, r)

		if route := routeOf(r); route != "" {
			span.SetName(r.Method + " " + route)
			facts = append(facts, semconv.HTTPRoute(route))
		}
		facts = append(facts, semconv.HTTPResponseStatusCode(answer.code))
		if answer.code >= 500 {
			facts = append(facts, semconv.ErrorTypeKey.String(strconv.Itoa(answer.code)))
			span.SetStatus(codes.Error, "")
		}
		duration.Record(ctx, time.Since(start).Seconds(), metric.WithAttributes(facts...))
		span.SetAttributes(facts...)
	})
}

// routeOf gives the template that matched, spelt as our services in TypeScript
// spell it, so that both have the same names: "/drinks/:id".
func routeOf(r *http.Request) string {
	_, path, _ := strings.Cut(r.Pattern, " ")
	return strings.NewReplacer("{", ":", "}", "").Replace(path)
}

// recorder remembers the status code, which a ResponseWriter does not tell.
type recorder struct {
	http.ResponseWriter
	code int
}

func (r *recorder) WriteHeader(code int) {
	r.code = code
	r.ResponseWriter.WriteHeader(code)
}
