package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"go.opentelemetry.io/otel/codes"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"
)

// outline is a tree as text: a line for each span, its children
// below it.
func outline(spans []sdk.ReadOnlySpan) []string {
	ids := make(map[trace.SpanID]bool)
	for _, span := range spans {
		ids[span.SpanContext().SpanID()] = true
	}
	below := make(map[trace.SpanID][]sdk.ReadOnlySpan)
	for _, span := range spans {
		parent := span.Parent().SpanID()
		if !ids[parent] {
			parent = trace.SpanID{} // whose parent is not here: a top
		}
		below[parent] = append(below[parent], span)
	}
	return draw(below, trace.SpanID{}, "")
}

func draw(below map[trace.SpanID][]sdk.ReadOnlySpan, parent trace.SpanID, indent string) []string {
	children := below[parent]
	slices.SortStableFunc(children, func(a, b sdk.ReadOnlySpan) int {
		return a.StartTime().Compare(b.StartTime())
	})
	var lines []string
	for _, span := range children {
		lines = append(lines, indent+lineOf(span))
		lines = append(lines, draw(below, span.SpanContext().SpanID(), indent+"  ")...)
	}
	return lines
}

// lineOf has nothing that changes from run to run: no id, no time.
func lineOf(span sdk.ReadOnlySpan) string {
	line := fmt.Sprintf("%s (%s)", span.Name(), span.SpanKind())
	if span.Status().Code == codes.Error {
		line += " ✕"
	}
	return line
}

// same is an error that shows where two outlines differ.
func same(found, wanted []string) error {
	if slices.Equal(found, wanted) {
		return nil
	}
	return errors.New(strings.Join(diff(wanted, found), "\n"))
}

// diff marks what is missing with - and what is too much with +. For
// trees that fit a screen.
func diff(wanted, found []string) []string {
	switch {
	case len(wanted) == 0:
		return prefixed("+ ", found)
	case len(found) == 0:
		return prefixed("- ", wanted)
	case wanted[0] == found[0]:
		return append([]string{"  " + wanted[0]}, diff(wanted[1:], found[1:])...)
	}
	less := append([]string{"- " + wanted[0]}, diff(wanted[1:], found)...)
	more := append([]string{"+ " + found[0]}, diff(wanted, found[1:])...)
	if len(less) <= len(more) {
		return less
	}
	return more
}

func prefixed(sign string, lines []string) []string {
	signed := make([]string, len(lines))
	for i, line := range lines {
		signed[i] = sign + line
	}
	return signed
}
