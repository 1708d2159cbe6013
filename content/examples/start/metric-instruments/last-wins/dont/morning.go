package main

import "time"

const ms = time.Millisecond

// morning is how long each drink takes. Three guests will remember
// it.
var morning = []time.Duration{
	20 * ms, 30 * ms, 25 * ms, 1400 * ms, 20 * ms, 35 * ms,
	1800 * ms, 30 * ms, 25 * ms, 20 * ms, 2100 * ms, 20 * ms,
}
