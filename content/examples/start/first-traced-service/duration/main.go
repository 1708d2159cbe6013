// How long requests take.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net/http"
	"strconv"
	"time"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/exporters/otlp/otlpmetric/otlpmetrichttp"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	sdkmetric "go.opentelemetry.io/otel/sdk/metric"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
)

const service = "coffee-bar"

func newApp() (http.Handler, error) {
	duration, err := newDuration(otel.Meter(service))
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /menu", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, "espresso, mocha")
	})
	mux.HandleFunc("GET /drinks/{id}", func(w http.ResponseWriter, r *http.Request) {
		if ms, err := strconv.Atoi(r.URL.Query().Get("ms")); err == nil {
			time.Sleep(time.Duration(ms) * time.Millisecond)
		}
		if r.PathValue("id") == "9" {
			http.Error(w, "The machine is broken.", http.StatusInternalServerError)
			return
		}
		fmt.Fprint(w, "Here you are.")
	})
	return measured(otel.Tracer(service), duration, mux), nil
}

func run(ctx context.Context) error {
	app, err := newApp()
	if err != nil {
		return err
	}
	client := &http.Client{Transport: wire{
		hosts:   map[string]http.Handler{"bar:8080": app},
		latency: 5 * time.Millisecond,
	}}
	for _, path := range []string{
		"/menu", "/drinks/7?ms=20", "/drinks/8?ms=60", "/drinks/7?ms=20",
		"/drinks/9?ms=300", "/drinks/8?ms=800", "/teas/1",
	} {
		request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://bar:8080"+path, nil)
		if err != nil {
			return err
		}
		response, err := client.Do(request)
		if err != nil {
			return err
		}
		if err := response.Body.Close(); err != nil {
			return err
		}
	}
	return nil
}

// main sends traces and metrics to the collector that the environment
// names (OTEL_EXPORTER_OTLP_ENDPOINT), or to https://localhost:4318.
func main() {
	ctx := context.Background()
	spans, err := otlptracehttp.New(ctx)
	if err != nil {
		log.Fatal(err)
	}
	metrics, err := otlpmetrichttp.New(ctx)
	if err != nil {
		log.Fatal(err)
	}
	res := resource.NewSchemaless(semconv.ServiceName(service))
	tracers := sdk.NewTracerProvider(sdk.WithBatcher(spans), sdk.WithResource(res))
	meters := sdkmetric.NewMeterProvider(
		sdkmetric.WithReader(sdkmetric.NewPeriodicReader(metrics)), sdkmetric.WithResource(res))
	otel.SetTracerProvider(tracers)
	otel.SetMeterProvider(meters)
	if err := errors.Join(run(ctx), tracers.Shutdown(ctx), meters.Shutdown(ctx)); err != nil {
		log.Fatal(err)
	}
}
