package twin

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.opentelemetry.io/otel"
)

func TestRecordWritesWhatWasSent(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("TWIN_RECORD", folder)
	t.Setenv("OTEL_SDK_DISABLED", "true")
	t.Setenv("OTEL_TRACES_SAMPLER", "always_off")
	began := time.Now()
	Record(t, "coffee-bar", func(ctx context.Context) error {
		_, span := otel.Tracer("coffee-bar").Start(ctx, "brew coffee")
		time.Sleep(10 * time.Minute)
		span.End()
		counter, err := otel.Meter("coffee-bar").Int64Counter("lab.drinks")
		if err == nil {
			counter.Add(ctx, 1)
		}
		return err
	})
	if took := time.Since(began); took > time.Minute {
		t.Errorf("10 virtual minutes took %v", took)
	}
	text, err := os.ReadFile(filepath.Join(folder, "internal", "twin", "run-1.json"))
	if err != nil {
		t.Fatal(err)
	}
	var sent []request
	if err := json.Unmarshal(text, &sent); err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, one := range sent {
		paths = append(paths, one.Path)
		if one.ContentType != "application/x-protobuf" || len(one.Body) == 0 {
			t.Errorf("%s: %s, %d bytes", one.Path, one.ContentType, len(one.Body))
		}
	}
	if got := strings.Join(paths, " "); got != "/v1/traces /v1/metrics" {
		t.Errorf("sent %s", got)
	}
}

func TestRecordBlockedFindsDeadlock(t *testing.T) {
	RecordBlocked(t, Deadlocked, "coffee-bar", func(ctx context.Context) error {
		_, span := otel.Tracer("coffee-bar").Start(ctx, "wait for ever")
		defer span.End()
		select {}
	})
}

func TestRecordBlockedFindsLeak(t *testing.T) {
	RecordBlocked(t, Leaked, "coffee-bar", func(context.Context) error {
		results := make(chan int)
		go func() { results <- 1 }()
		return nil
	})
}
