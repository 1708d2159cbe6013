package main

import (
	"context"
	"fmt"
	"time"

	"golang.org/x/time/rate"
)

// rateLimited says when the next token would have come.
type rateLimited struct{ in time.Duration }

func (r rateLimited) Error() string {
	return fmt.Sprintf("a token in %d ms", r.in.Milliseconds())
}

// ErrorType is the error.type of the span that it ends.
func (rateLimited) ErrorType() string { return "rate_limited" }

// reserve takes a token and says when it comes, unless that is after
// the end of the context. It never waits.
func reserve(ctx context.Context, limiter *rate.Limiter) (time.Duration, error) {
	r := limiter.Reserve()
	delay := r.Delay()
	if deadline, ok := ctx.Deadline(); ok && delay > time.Until(deadline) {
		r.Cancel() // gives the token back
		return 0, rateLimited{delay}
	}
	return delay, nil
}
