package main

import (
	"context"
	"net/http"
	"testing"

	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"

	"tracedpatterns/internal/twin"
)

func TestTwin(t *testing.T) {
	twin.RecordSetup(t, func(ctx context.Context, client *http.Client) error {
		return run(ctx, otlptracehttp.WithHTTPClient(client))
	})
}
