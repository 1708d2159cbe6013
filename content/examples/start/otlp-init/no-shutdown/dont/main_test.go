package main

import (
	"context"
	"net/http"
	"testing"

	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"

	"tracedpatterns/internal/twin"
)

// The goroutine of the batch processor is what stays behind.
func TestTwin(t *testing.T) {
	twin.RecordSetupBlocked(t, twin.Leaked, func(ctx context.Context, client *http.Client) error {
		return run(ctx, otlptracehttp.WithHTTPClient(client))
	})
}
