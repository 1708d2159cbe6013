package main

import (
	"context"
	"encoding/json"
	"fmt"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/codes"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
)

// test runs a test and reports it: a span that is red if it fails.
func test(ctx context.Context, name string, body func(context.Context) error) {
	_, span := otel.Tracer(service).Start(ctx, "test "+name)
	defer span.End()
	span.SetAttributes(semconv.TestCaseName(name))
	// The tested code is not below the test: its context has no span.
	if err := body(ctx); err != nil {
		span.SetStatus(codes.Error, err.Error())
		span.SetAttributes(
			semconv.ErrorTypeKey.String("assertion_failed"),
			semconv.TestCaseResultStatusFail)
		fmt.Println(name+":", err)
		return
	}
	span.SetAttributes(semconv.TestCaseResultStatusPass)
}

// equal is an error unless both are the same.
func equal(actual, expected any) error {
	found, err := json.Marshal(actual)
	if err != nil {
		return err
	}
	wanted, err := json.Marshal(expected)
	if err != nil {
		return err
	}
	if string(found) != string(wanted) {
		return fmt.Errorf("expected %s, found %s", wanted, found)
	}
	return nil
}
