package main

import (
	"context"
	"time"

	"go.opentelemetry.io/otel/log"
)

// recordException leaves a log record in the span of ctx. The SDK
// takes exception.type and exception.message from err.
func recordException(ctx context.Context, logger log.Logger, err error) {
	var record log.Record
	record.SetTimestamp(time.Now())
	record.SetEventName("exception")
	record.SetSeverity(log.SeverityError)
	record.SetErr(err)
	logger.Emit(ctx, record)
}
