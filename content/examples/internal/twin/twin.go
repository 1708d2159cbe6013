// Package twin records what a Go program emits under a virtual clock, so that its trace can stand beside the one of its
// TypeScript twin.
package twin

import (
	"context"
	"errors"
	"net/http"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/exporters/otlp/otlplog/otlploghttp"
	"go.opentelemetry.io/otel/exporters/otlp/otlpmetric/otlpmetrichttp"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/log"
	"go.opentelemetry.io/otel/sdk/metric"
	"go.opentelemetry.io/otel/sdk/metric/exemplar"
	"go.opentelemetry.io/otel/sdk/metric/metricdata"
	"go.opentelemetry.io/otel/sdk/resource"
	"go.opentelemetry.io/otel/sdk/trace"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
)

// endpoint is never dialled: the bodies stop at the RoundTripper.
const endpoint = "localhost:4318"

// longest is how long a run may take on the virtual clock, as in the sandbox. The SDK's own timers never rest, so in a
// bubble with an SDK time goes on for ever, and nothing but a limit tells a run that is blocked.
const longest = time.Hour

// patience is how long a recording may take on the real clock; milliseconds are usual.
const patience = 30 * time.Second

// Deadlocked is what a process says whose run is blocked for ever.
const Deadlocked = "twin: run is blocked for ever"

// Leaked is what a process says whose run has returned and left blocked goroutines behind.
const Leaked = "main bubble goroutine has exited but blocked goroutines remain"

// Record calls run in a testing/synctest bubble: time is virtual, starts at 2000-01-01T00:00:00Z and moves only when
// every goroutine is blocked. The SDK lives inside the bubble too, with its real OTLP/HTTP exporters; run finds it in
// the global providers. A run that is blocked for ever, or that leaves blocked goroutines behind, ends the process with
// [Deadlocked] or [Leaked].
//
// Everything that run waits for must be durably blocking (channels, select, sync.Cond, sync.WaitGroup, time.Sleep): no
// sockets, and no mutex that is held while waiting.
//
// With TWIN_RECORD set to a folder, the bodies of the requests are written below it.
func Record(t *testing.T, service string, run func(context.Context) error) {
	t.Helper()
	RecordSetup(t, func(ctx context.Context, client *http.Client) error {
		shutdown, err := install(ctx, service, client)
		if err != nil {
			return err
		}
		ended := make(chan error, 1)
		go func() { ended <- run(ctx) }()
		blocked := false
		select {
		case err = <-ended:
		case <-time.After(longest):
			blocked = true
		}
		// Not the test's context: what ends the program must not keep its telemetry from being sent.
		err = errors.Join(err, shutdown(context.Background()))
		if blocked {
			return errors.Join(errDeadlocked, err)
		}
		return err
	})
}

var errDeadlocked = errors.New(Deadlocked)

// RecordSetup is [Record] for a program whose lesson is the set-up itself: run makes its own exporters, hands them
// client, and shuts down what it made.
func RecordSetup(t *testing.T, run func(context.Context, *http.Client) error) {
	t.Helper()
	ignoreEnvironment(t)
	watchdog := time.AfterFunc(patience, func() {
		panic("twin: run does not end; does it hold a mutex while it waits, or use a socket?")
	})
	defer watchdog.Stop()
	var kept requests
	synctest.Test(t, func(t *testing.T) {
		err := run(t.Context(), &http.Client{Transport: &kept})
		// Inside the bubble: a leak is found when it ends, and its trace is worth having.
		if folder := os.Getenv("TWIN_RECORD"); folder != "" {
			if err := kept.write(folder); err != nil {
				t.Fatal(err)
			}
		}
		if errors.Is(err, errDeadlocked) {
			panic(err)
		}
		if err != nil {
			t.Error(err)
		}
	})
}

// RecordBlocked records a run that must not end well: it runs the test once more, in a process of its own that calls
// [Record], and demands that this process fails with message, which is [Deadlocked] or [Leaked].
func RecordBlocked(t *testing.T, message, service string, run func(context.Context) error) {
	t.Helper()
	mustFail(t, message, func() { Record(t, service, run) })
}

// RecordSetupBlocked is [RecordBlocked] for a program that [RecordSetup] records.
func RecordSetupBlocked(t *testing.T, message string, run func(context.Context, *http.Client) error) {
	t.Helper()
	mustFail(t, message, func() { RecordSetup(t, run) })
}

// mustFail calls record in a process of its own, which is this test once more, and demands that it fails with message.
func mustFail(t *testing.T, message string, record func()) {
	t.Helper()
	if os.Getenv("TWIN_BLOCKED") == t.Name() {
		record()
		return
	}
	again := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$", "-test.cpu="+strconv.Itoa(runtime.GOMAXPROCS(0)))
	again.Env = append(os.Environ(), "TWIN_BLOCKED="+t.Name())
	output, err := again.CombinedOutput()
	if err == nil {
		t.Errorf("run ended well; it must fail with %q", message)
	} else if !strings.Contains(string(output), message) {
		t.Errorf("run failed without %q:\n%s", message, output)
	}
}

// ignoreEnvironment makes a recording the same on every machine: an empty variable counts as unset.
func ignoreEnvironment(t *testing.T) {
	for _, entry := range os.Environ() {
		if name, _, _ := strings.Cut(entry, "="); strings.HasPrefix(name, "OTEL_") {
			t.Setenv(name, "")
		}
	}
}

// install sets the global providers and gives what flushes and ends them. Metrics are collected once, at the end.
func install(ctx context.Context, service string, client *http.Client) (func(context.Context) error, error) {
	res, err := resource.New(ctx,
		resource.WithTelemetrySDK(),
		resource.WithAttributes(semconv.ServiceName(service)),
	)
	if err != nil {
		return nil, err
	}
	spans, err := otlptracehttp.New(ctx,
		otlptracehttp.WithEndpoint(endpoint), otlptracehttp.WithInsecure(), otlptracehttp.WithHTTPClient(client))
	if err != nil {
		return nil, err
	}
	metrics, err := otlpmetrichttp.New(ctx,
		otlpmetrichttp.WithEndpoint(endpoint), otlpmetrichttp.WithInsecure(), otlpmetrichttp.WithHTTPClient(client))
	if err != nil {
		return nil, err
	}
	logs, err := otlploghttp.New(ctx,
		otlploghttp.WithEndpoint(endpoint), otlploghttp.WithInsecure(), otlploghttp.WithHTTPClient(client))
	if err != nil {
		return nil, err
	}
	reader := metric.NewManualReader()
	tracers := trace.NewTracerProvider(trace.WithResource(res), trace.WithBatcher(spans))
	// Exemplars are drawn by lot, and the TypeScript SDK has none.
	meters := metric.NewMeterProvider(metric.WithResource(res), metric.WithReader(reader),
		metric.WithExemplarFilter(exemplar.AlwaysOffFilter))
	loggers := log.NewLoggerProvider(log.WithResource(res), log.WithProcessor(log.NewBatchProcessor(logs)))
	otel.SetTracerProvider(tracers)
	otel.SetMeterProvider(meters)
	otel.SetLoggerProvider(loggers)

	return func(ctx context.Context) error {
		return errors.Join(
			tracers.Shutdown(ctx),
			exportMetrics(ctx, reader, metrics),
			meters.Shutdown(ctx),
			loggers.Shutdown(ctx),
		)
	}, nil
}

func exportMetrics(ctx context.Context, reader metric.Reader, exporter metric.Exporter) error {
	var collected metricdata.ResourceMetrics
	err := reader.Collect(ctx, &collected)
	if err == nil && len(collected.ScopeMetrics) > 0 {
		err = exporter.Export(ctx, &collected)
	}
	return errors.Join(err, exporter.Shutdown(ctx))
}
