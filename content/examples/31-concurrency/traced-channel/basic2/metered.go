package main

import (
	"context"
	"errors"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/metric"
)

// meteredChan is a channel that counts what is in it and who waits
// for whom.
type meteredChan[T any] struct {
	items              chan T
	size               metric.Int64UpDownCounter
	duration           metric.Float64Histogram
	channel            metric.MeasurementOption
	sending, receiving metric.MeasurementOption
}

func newMeteredChan[T any](meter metric.Meter, name string, n int) (*meteredChan[T], error) {
	size, err1 := meter.Int64UpDownCounter(
		"lab.channel.queue.size",
		metric.WithDescription("Items that were sent and not yet received"),
		metric.WithUnit("{item}"))
	duration, err2 := meter.Float64Histogram(
		"lab.channel.operation.duration",
		metric.WithDescription("How long a send or a receive waited"),
		metric.WithUnit("s"),
		// The default boundaries suit milliseconds, not seconds.
		metric.WithExplicitBucketBoundaries(0.001, 0.01, 0.1, 1))
	channel := attribute.String("lab.channel.name", name)
	operation := attribute.Key("lab.channel.operation")
	return &meteredChan[T]{
		items:    make(chan T, n),
		size:     size,
		duration: duration,
		channel:  metric.WithAttributeSet(attribute.NewSet(channel)),
		sending:  metric.WithAttributeSet(attribute.NewSet(channel, operation.String("send"))),
		receiving: metric.WithAttributeSet(
			attribute.NewSet(channel, operation.String("receive"))),
	}, errors.Join(err1, err2)
}

func (c *meteredChan[T]) send(ctx context.Context, value T) {
	start := time.Now()
	c.items <- value
	c.duration.Record(ctx, time.Since(start).Seconds(), c.sending)
	c.size.Add(ctx, 1, c.channel)
}

func (c *meteredChan[T]) receive(ctx context.Context) (value T, ok bool) {
	start := time.Now()
	value, ok = <-c.items
	c.duration.Record(ctx, time.Since(start).Seconds(), c.receiving)
	if ok {
		c.size.Add(ctx, -1, c.channel)
	}
	return value, ok
}
