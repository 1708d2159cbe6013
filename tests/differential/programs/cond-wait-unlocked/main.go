// To wait on a condition without holding its lock ends the program, as any unlock of an unlocked mutex does.
package main

import "sync"

func main() {
	cond := sync.NewCond(&sync.Mutex{})
	cond.Wait()
}
