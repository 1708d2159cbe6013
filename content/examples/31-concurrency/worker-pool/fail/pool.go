package main

import (
	"context"
	"sync"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"
)

type job struct {
	id, kind string
	run      func(context.Context) error
}

type waiting struct {
	ctx context.Context
	job job
}

// mode says what becomes of the jobs that wait when the pool stops.
type mode string

const (
	drain mode = "drain"
	drop  mode = "drop"
)

type poolStopped struct{}

func (poolStopped) Error() string { return "the pool takes no more jobs" }

func (poolStopped) ErrorType() string { return "pool_stopped" }

type workerPool struct {
	tracer trace.Tracer
	queue  chan waiting
	staff  sync.WaitGroup

	intake  chan struct{} // closed when the pool stops
	mu      sync.Mutex    // between the look at intake and sending
	sending sync.WaitGroup
}

func newWorkerPool(tracer trace.Tracer, workers, room int) *workerPool {
	p := &workerPool{
		tracer: tracer,
		queue:  make(chan waiting, room),
		intake: make(chan struct{}),
	}
	for range workers {
		p.staff.Go(p.work)
	}
	return p
}

// enter counts a sender, unless the pool has stopped. Without the
// lock it could be counted after stop has begun to wait.
func (p *workerPool) enter() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	select {
	case <-p.intake:
		return false
	default:
		p.sending.Add(1)
		return true
	}
}

func (p *workerPool) submit(ctx context.Context, j job) (err error) {
	ctx, span := p.tracer.Start(ctx, "submit",
		trace.WithAttributes(attribute.String("lab.job.id", j.id)))
	defer func() { end(span, err) }()
	if !p.enter() {
		return poolStopped{}
	}
	defer p.sending.Done()
	select {
	case p.queue <- waiting{ctx, j}:
		return nil
	case <-p.intake:
		return poolStopped{}
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (p *workerPool) work() {
	for w := range p.queue {
		ctx, span := p.tracer.Start(w.ctx, "process "+w.job.kind,
			trace.WithAttributes(attribute.String("lab.job.id", w.job.id)))
		end(span, w.job.run(ctx))
	}
}

// drop notes a job that nobody begins, with a span without length.
func (p *workerPool) drop(w waiting) {
	_, span := p.tracer.Start(w.ctx, "process "+w.job.kind, trace.WithAttributes(
		attribute.String("lab.job.id", w.job.id),
		attribute.String("lab.job.outcome", "dropped")))
	span.End()
}

func (p *workerPool) stop(m mode) {
	p.mu.Lock()
	close(p.intake)
	p.mu.Unlock()
	p.sending.Wait() // nobody is left who could send
	close(p.queue)
	if m == drop {
		for w := range p.queue {
			p.drop(w)
		}
	}
	p.staff.Wait()
}
