package main

import (
	"testing"

	"tracedpatterns/internal/twin"
)

// The three that lost wait for the next order for ever.
func TestTwin(t *testing.T) { twin.RecordBlocked(t, twin.Leaked, service, run) }
