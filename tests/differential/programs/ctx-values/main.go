// The nearest value of a key wins; other keys, equal in name only, do not meet.
package main

import (
	"context"
	"fmt"
)

type key int

const (
	user key = iota
	tenant
)

type other int

func main() {
	ctx := context.WithValue(context.Background(), user, "ada")
	inner := context.WithValue(context.WithValue(ctx, tenant, 5), user, "grace")
	fmt.Println(ctx.Value(user), ctx.Value(tenant))
	fmt.Println(inner.Value(user), inner.Value(tenant), inner.Value(other(0)))
}
