package main

import (
	"testing"

	"tracedpatterns/internal/twin"
)

func TestTwin(t *testing.T) { twin.RecordSetup(t, run) }
