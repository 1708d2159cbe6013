package main

import "time"

var steps = []string{"grind", "brew", "serve"}

type outOfWater struct{}

func (outOfWater) Error() string { return "the tank is empty" }

// ErrorType is the error.type of the spans that it ends.
func (outOfWater) ErrorType() string { return "OutOfWater" }

// work is what a stage does; the second one cannot.
func work(step string) error {
	time.Sleep(10 * time.Millisecond)
	if step == "brew" {
		return outOfWater{}
	}
	return nil
}
