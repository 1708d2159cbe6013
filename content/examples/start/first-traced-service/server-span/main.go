// A span for each request.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"time"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
	"go.opentelemetry.io/otel/trace"
)

const service = "coffee-bar"

func newApp(tracer trace.Tracer) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /drinks/{id}", func(w http.ResponseWriter, r *http.Request) {
		id := r.PathValue("id")
		_, span := tracer.Start(r.Context(), "make drink")
		span.SetAttributes(attribute.String("lab.drink.id", id))
		time.Sleep(20 * time.Millisecond)
		span.End()
		fmt.Fprintf(w, "Drink %s, here you are.", id)
	})
	return traced(tracer, mux)
}

func get(ctx context.Context, client *http.Client, url string) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	response, err := client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	fmt.Println(response.StatusCode, string(text))
	return err
}

func run(ctx context.Context) error {
	app := newApp(otel.Tracer(service))
	client := &http.Client{Transport: wire{
		hosts:   map[string]http.Handler{"bar:8080": app},
		latency: 5 * time.Millisecond,
	}}
	for _, path := range []string{"/drinks/7", "/drinks/8?size=large"} {
		if err := get(ctx, client, "http://bar:8080"+path); err != nil {
			return err
		}
	}
	return nil
}

// main sends the trace to the collector that the environment names
// (OTEL_EXPORTER_OTLP_ENDPOINT), or to https://localhost:4318.
func main() {
	ctx := context.Background()
	exporter, err := otlptracehttp.New(ctx)
	if err != nil {
		log.Fatal(err)
	}
	res := resource.NewSchemaless(semconv.ServiceName(service))
	provider := sdk.NewTracerProvider(sdk.WithBatcher(exporter), sdk.WithResource(res))
	otel.SetTracerProvider(provider)
	if err := errors.Join(run(ctx), provider.Shutdown(ctx)); err != nil {
		log.Fatal(err)
	}
}
