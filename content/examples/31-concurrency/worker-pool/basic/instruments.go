package main

import (
	"errors"

	"go.opentelemetry.io/otel/metric"
)

// instruments are made once and used for every job.
type instruments struct {
	size, active metric.Int64UpDownCounter
	duration     metric.Float64Histogram
}

func newInstruments(meter metric.Meter) (instruments, error) {
	size, err1 := meter.Int64UpDownCounter(
		"lab.worker_pool.queue.size",
		metric.WithDescription("Jobs that were submitted and not yet begun"),
		metric.WithUnit("{job}"))
	active, err2 := meter.Int64UpDownCounter(
		"lab.worker_pool.active",
		metric.WithDescription("Workers that have a job"),
		metric.WithUnit("{worker}"))
	duration, err3 := meter.Float64Histogram(
		"lab.worker_pool.job.duration",
		metric.WithDescription("How long a job took, without its wait"),
		metric.WithUnit("s"),
		metric.WithExplicitBucketBoundaries(15, 30, 45, 60, 120))
	return instruments{size, active, duration}, errors.Join(err1, err2, err3)
}
