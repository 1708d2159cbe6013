package main

import (
	"context"
	"time"

	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
	"go.opentelemetry.io/otel/trace"
)

// house is where a test runs: what is true, and how fast it happens.
type house struct {
	name string
	// caches says whether the menu remembers a price.
	caches bool
	// stall is how long a busy machine keeps a look-up waiting.
	stall time.Duration
	query time.Duration
}

const ms = time.Millisecond

var houses = []house{
	{"quiet", true, 1 * ms, 30 * ms},
	{"busy machine", true, 12 * ms, 30 * ms},
	{"cache broken", false, 1 * ms, 30 * ms},
	{"cache broken, fast database", false, 1 * ms, 4 * ms},
}

// menu is what is tested: a price that is asked for once.
type menu struct {
	house house
	known map[string]int
}

func newMenu(h house) *menu {
	return &menu{house: h, known: make(map[string]int)}
}

func (m *menu) lookUp(ctx context.Context, tracer trace.Tracer, drink string) int {
	ctx, span := tracer.Start(ctx, "look up price")
	defer span.End()
	time.Sleep(m.house.stall)
	if known, ok := m.known[drink]; ok {
		return known
	}
	_, ask := tracer.Start(ctx, "SELECT menu",
		trace.WithSpanKind(trace.SpanKindClient),
		trace.WithAttributes(
			semconv.DBSystemNamePostgreSQL,
			semconv.DBQuerySummary("SELECT menu")))
	time.Sleep(m.house.query)
	ask.End()
	if m.house.caches {
		m.known[drink] = 380
	}
	return 380
}
