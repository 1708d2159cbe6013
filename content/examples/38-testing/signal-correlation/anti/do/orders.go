package main

import (
	"errors"
	"time"
)

type order struct {
	drink string
	// at is when the guest comes, takes how long it takes.
	at, takes time.Duration
	jams      bool
}

var orders = []order{
	{drink: "mocha", at: 0, takes: 60 * time.Millisecond, jams: true},
	{drink: "tea", at: 10 * time.Millisecond, takes: 30 * time.Millisecond},
}

// errJam says that the grinder has stopped.
var errJam = errors.New("no drink")
