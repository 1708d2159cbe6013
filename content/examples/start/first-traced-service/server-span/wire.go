package main

import (
	"context"
	"net/http"
	"net/http/httptest"
	"syscall"
	"time"
)

// wire is a network in memory: a message takes its time each way, and nothing
// crosses but the request. With http.DefaultTransport it would be a real one.
type wire struct {
	hosts   map[string]http.Handler
	latency time.Duration
}

func (w wire) RoundTrip(r *http.Request) (*http.Response, error) {
	time.Sleep(w.latency)
	host, ok := w.hosts[r.URL.Host]
	if !ok {
		return nil, syscall.ECONNREFUSED
	}
	answer := httptest.NewRecorder()
	// Not the caller's context: the span in it must not get across this way.
	host.ServeHTTP(answer, r.Clone(context.Background()))
	time.Sleep(w.latency)
	return answer.Result(), nil
}
