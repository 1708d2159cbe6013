// One request, two services.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"time"

	"go.opentelemetry.io/otel/propagation"
)

// w3c puts a context into the header traceparent and takes it out again.
var w3c = propagation.TraceContext{}

func newRoastery(tracer tracerOf) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /beans/{kind}", func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(30 * time.Millisecond)
		fmt.Fprintf(w, "a bag of %s", r.PathValue("kind"))
	})
	return traced(tracer("roastery"), mux)
}

func newBar(tracer tracerOf, client *http.Client) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /drinks/{id}", func(w http.ResponseWriter, r *http.Request) {
		beans, err := get(r.Context(), client, "http://roastery:8081/beans/arabica")
		if err != nil {
			http.Error(w, "No beans.", http.StatusServiceUnavailable)
			return
		}
		time.Sleep(20 * time.Millisecond)
		fmt.Fprintf(w, "Your drink, of %s.", beans)
	})
	return traced(tracer("coffee-bar"), mux)
}

func get(ctx context.Context, client *http.Client, url string) (string, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return "", err
	}
	response, err := client.Do(request)
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	return string(text), err
}

func run(ctx context.Context, collector *http.Client) (err error) {
	tracer, shutdown, err := install(ctx, collector, "coffee-bar", "roastery")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, shutdown(context.WithoutCancel(ctx))) }()

	network := wire{hosts: map[string]http.Handler{}, latency: 5 * time.Millisecond}
	calling := tracing{tracer: tracer("coffee-bar"), next: network}
	network.hosts["roastery:8081"] = newRoastery(tracer)
	network.hosts["bar:8080"] = newBar(tracer, &http.Client{Transport: calling})

	// The guest has no spans of her own.
	text, err := get(ctx, &http.Client{Transport: network}, "http://bar:8080/drinks/7")
	fmt.Println(text)
	return err
}

// main sends the traces to the collector that the environment names
// (OTEL_EXPORTER_OTLP_ENDPOINT), or to https://localhost:4318.
func main() {
	if err := run(context.Background(), http.DefaultClient); err != nil {
		log.Fatal(err)
	}
}
