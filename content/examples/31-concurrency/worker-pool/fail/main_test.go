package main

import (
	"testing"

	"tracedpatterns/internal/twin"
)

func TestTwin(t *testing.T) { twin.Record(t, service, run) }
