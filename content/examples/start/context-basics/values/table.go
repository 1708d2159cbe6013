package main

import "context"

// tableKey is a type of our own, so no two packages ever meet.
type tableKey struct{}

// atTable gives a context for one table.
func atTable(ctx context.Context, table int) context.Context {
	return context.WithValue(ctx, tableKey{}, table)
}

// tableOf gives the table of a context, if it is for one.
func tableOf(ctx context.Context) (table int, ok bool) {
	table, ok = ctx.Value(tableKey{}).(int)
	return table, ok
}
