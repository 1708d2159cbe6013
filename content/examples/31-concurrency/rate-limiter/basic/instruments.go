package main

import (
	"errors"

	"go.opentelemetry.io/otel/metric"
)

// instruments are made once and used for every request.
type instruments struct {
	requests metric.Int64Counter
	waiting  metric.Float64Histogram
}

func newInstruments(meter metric.Meter) (instruments, error) {
	requests, err1 := meter.Int64Counter(
		"lab.rate_limit.requests",
		metric.WithDescription("What the limiter decided"),
		metric.WithUnit("{request}"))
	waiting, err2 := meter.Float64Histogram(
		"lab.rate_limit.wait.duration",
		metric.WithDescription("How long a request waited for its token"),
		metric.WithUnit("s"),
		metric.WithExplicitBucketBoundaries(0, 0.1, 0.25, 0.5, 1))
	return instruments{requests, waiting}, errors.Join(err1, err2)
}
