package main

import (
	"context"
	"sync"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/metric"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
	"go.opentelemetry.io/otel/trace"
)

type job struct {
	id, kind string
	run      func(context.Context) error
}

// waiting is what waits: the job, and the context of its submit span.
type waiting struct {
	ctx context.Context
	job job
}

type workerPool struct {
	tracer trace.Tracer
	meters instruments
	queue  chan waiting
	staff  sync.WaitGroup
}

// newWorkerPool starts so many workers, and makes a queue with room
// for so many jobs.
func newWorkerPool(tracer trace.Tracer, meters instruments, workers, room int) *workerPool {
	p := &workerPool{tracer: tracer, meters: meters, queue: make(chan waiting, room)}
	for id := 1; id <= workers; id++ {
		p.staff.Go(func() { p.work(id) })
	}
	return p
}

func (p *workerPool) submit(ctx context.Context, j job) {
	ctx, span := p.tracer.Start(ctx, "submit",
		trace.WithAttributes(attribute.String("lab.job.id", j.id)))
	defer span.End()
	p.meters.size.Add(ctx, 1)
	p.queue <- waiting{ctx, j}
}

func (p *workerPool) work(id int) {
	for w := range p.queue {
		p.meters.size.Add(w.ctx, -1)
		p.meters.active.Add(w.ctx, 1)
		p.process(w.ctx, w.job, id)
		p.meters.active.Add(w.ctx, -1)
	}
}

func (p *workerPool) process(ctx context.Context, j job, worker int) {
	ctx, span := p.tracer.Start(ctx, "process "+j.kind, trace.WithAttributes(
		attribute.String("lab.job.id", j.id),
		attribute.Int("lab.worker.id", worker)))
	start := time.Now()
	err := j.run(ctx)
	end(span, err) // records the failure; the worker goes on
	var failure []attribute.KeyValue
	if err != nil {
		failure = append(failure, semconv.ErrorType(err))
	}
	p.meters.duration.Record(ctx, time.Since(start).Seconds(),
		metric.WithAttributes(failure...))
}

// finish takes no more jobs, and waits until those that there are
// have ended.
func (p *workerPool) finish() {
	close(p.queue)
	p.staff.Wait()
}
