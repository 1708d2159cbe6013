package main

import (
	"net/http"
	"strings"

	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
	"go.opentelemetry.io/otel/trace"
)

// traced starts a span for each request, and hands its context to the handler.
func traced(tracer trace.Tracer, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, span := tracer.Start(r.Context(), r.Method,
			trace.WithSpanKind(trace.SpanKindServer),
			trace.WithAttributes(
				semconv.HTTPRequestMethodKey.String(r.Method),
				semconv.URLScheme("http"),
				semconv.URLPath(r.URL.Path),
				semconv.ServerAddress("bar"),
				semconv.ServerPort(8080),
			))
		defer span.End()

		r = r.WithContext(ctx) // the mux writes its pattern into this copy
		answer := &recorder{ResponseWriter: w, code: http.StatusOK}
		next.ServeHTTP(answer, r)

		route := routeOf(r)
		span.SetName(r.Method + " " + route)
		span.SetAttributes(
			semconv.HTTPRoute(route),
			semconv.HTTPResponseStatusCode(answer.code),
		)
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
