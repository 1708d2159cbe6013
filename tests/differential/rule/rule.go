// Package rule runs the programs of the differential test.
package rule

import (
	"fmt"
	"os"
	"testing"
	"testing/synctest"
	"time"
)

// Bubble runs a program in a testing/synctest bubble: time is virtual, begins at 2000-01-01T00:00:00Z and moves only
// when every goroutine is blocked, as in the sandbox. A goroutine that is still blocked when program returns is a leak,
// which ends the process with synctest's message.
//
// A bubble needs a test around it, and a test needs the main of the testing package. It never returns: a process has
// one bubble, and ends with it.
func Bubble(program func()) {
	test := testing.InternalTest{Name: "bubble", F: func(t *testing.T) {
		defer func() {
			if reason := recover(); reason != nil {
				fmt.Fprintln(os.Stderr, "panic:", reason)
				os.Exit(2)
			}
		}()
		synctest.Test(t, func(*testing.T) { program() })
		os.Exit(0)
	}}
	testing.Main(func(string, string) (bool, error) { return true, nil }, []testing.InternalTest{test}, nil, nil)
}

// Clock gives the milliseconds since it was made.
func Clock() func() int64 {
	start := time.Now()
	return func() int64 { return time.Since(start).Milliseconds() }
}

// Caught runs f and gives what it panicked with, or nil.
func Caught(f func()) (reason any) {
	defer func() { reason = recover() }()
	f()
	return nil
}
