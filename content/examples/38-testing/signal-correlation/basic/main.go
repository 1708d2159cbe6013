// Three signals of one service. The SDK joins the histogram to the
// traces by itself.
package main

import (
	"context"
	"log"
	"net/http"
	"time"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	otellog "go.opentelemetry.io/otel/log"
	"go.opentelemetry.io/otel/metric"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
	"go.opentelemetry.io/otel/semconv/v1.43.0/httpconv"
	"go.opentelemetry.io/otel/trace"
)

const service = "coffee-bar"

// bounds are those that the conventions advise, in seconds.
var bounds = metric.WithExplicitBucketBoundaries(
	0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25,
	0.5, 0.75, 1, 2.5, 5, 7.5, 10)

var options = []trace.SpanStartOption{
	trace.WithSpanKind(trace.SpanKindServer),
	trace.WithAttributes(
		semconv.HTTPRequestMethodPost,
		semconv.HTTPRoute("/orders"),
		semconv.URLScheme("http"),
		semconv.URLPath("/orders")),
}

func brew(ctx context.Context, work time.Duration) {
	ctx, span := otel.Tracer(service).Start(ctx, "brew")
	defer span.End()
	time.Sleep(work)

	var record otellog.Record
	record.SetTimestamp(time.Now())
	record.SetSeverity(otellog.SeverityInfo)
	record.SetBody(attribute.StringValue("brewed"))
	if work > 500*time.Millisecond {
		record.SetSeverity(otellog.SeverityWarn)
		record.SetBody(attribute.StringValue("waited for beans"))
	}
	otel.Logger(service).Emit(ctx, record)
}

func order(
	ctx context.Context,
	duration httpconv.ServerRequestDuration,
	work time.Duration,
) {
	ctx, span := otel.Tracer(service).Start(ctx, "POST /orders", options...)
	defer span.End()
	began := time.Now()
	brew(ctx, work)
	// ctx holds the span, so the measurement may become an exemplar.
	duration.Record(ctx, time.Since(began).Seconds(),
		httpconv.RequestMethodPost, "http",
		duration.AttrRoute("/orders"),
		duration.AttrResponseStatusCode(http.StatusCreated))
}

func run(ctx context.Context, client *http.Client) error {
	shutdown, err := setUp(ctx, client)
	if err != nil {
		return err
	}
	meter := otel.Meter(service)
	duration, err := httpconv.NewServerRequestDuration(meter, bounds)
	if err != nil {
		return err
	}
	for _, ms := range []time.Duration{20, 8, 640, 40, 4} {
		order(ctx, duration, ms*time.Millisecond)
	}
	return shutdown(ctx)
}

// main sends everything to the collector that the environment names
// (OTEL_EXPORTER_OTLP_ENDPOINT), or to https://localhost:4318.
func main() {
	if err := run(context.Background(), http.DefaultClient); err != nil {
		log.Fatal(err)
	}
}
