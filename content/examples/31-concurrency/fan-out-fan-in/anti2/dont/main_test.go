package main

import (
	"testing"

	"tracedpatterns/internal/twin"
)

func TestTwin(t *testing.T) { twin.RecordBlocked(t, twin.Leaked, service, run) }
