package main

import (
	"context"
	"errors"
	"fmt"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/codes"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
	"go.opentelemetry.io/otel/trace"
)

// given is what a test gets. What has ended so far is in recorder.
type given struct {
	tracer   trace.Tracer
	recorder *tracetest.SpanRecorder
}

// test runs a test with a recorder of its own, and reports it. The
// spans go on to the exporter besides, so that you see them.
func test(ctx context.Context, name string, body func(context.Context, given) error) error {
	provider, ok := otel.GetTracerProvider().(*sdk.TracerProvider)
	if !ok {
		return errors.New("the global provider is not the SDK's")
	}
	recorder := tracetest.NewSpanRecorder()
	provider.RegisterSpanProcessor(recorder)
	defer provider.UnregisterSpanProcessor(recorder)

	ctx, span := provider.Tracer("tests").Start(ctx, "test "+name)
	defer span.End()
	span.SetAttributes(semconv.TestCaseName(name))
	if err := body(ctx, given{provider.Tracer("till"), recorder}); err != nil {
		span.SetStatus(codes.Error, err.Error())
		span.SetAttributes(
			semconv.ErrorTypeKey.String("assertion_failed"),
			semconv.TestCaseResultStatusFail)
		fmt.Println(name)
		fmt.Println(err)
		return nil
	}
	span.SetAttributes(semconv.TestCaseResultStatusPass)
	return nil
}
