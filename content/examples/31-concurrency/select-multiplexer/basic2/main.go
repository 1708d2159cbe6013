// A door that never makes you wait.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"sync"
	"time"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/metric"
	"go.opentelemetry.io/otel/trace"
)

const service = "coffee-bar"

// mindTheDoor lets eight guests in, one every 10 ms, if there is
// room.
func mindTheDoor(ctx context.Context, tracer trace.Tracer, selections metric.Int64Counter, queue chan<- int) {
	ctx, span := tracer.Start(ctx, "mind the door")
	defer span.End()
	for guest := range 8 {
		chosen := "queue"
		select {
		case queue <- guest:
		default:
			chosen = "default"
			fmt.Println(guest, "walks on")
		}
		selections.Add(ctx, 1, metric.WithAttributes(
			attribute.String("lab.select.chosen", chosen)))
		time.Sleep(10 * time.Millisecond)
	}
	close(queue)
}

func serve(ctx context.Context, tracer trace.Tracer, queue <-chan int) {
	_, span := tracer.Start(ctx, "serve")
	defer span.End()
	for guest := range queue {
		time.Sleep(25 * time.Millisecond) // the work
		fmt.Println("served", guest)
	}
}

func run(ctx context.Context) error {
	tracer := otel.Tracer(service)
	selections, err := otel.Meter(service).Int64Counter(
		"lab.select.selections",
		metric.WithDescription("Which case a select took"),
		metric.WithUnit("{selection}"))
	if err != nil {
		return err
	}
	queue := make(chan int, 2)
	var bar sync.WaitGroup
	bar.Go(func() { mindTheDoor(ctx, tracer, selections, queue) })
	bar.Go(func() { serve(ctx, tracer, queue) })
	bar.Wait()
	return nil
}

func main() {
	ctx := context.Background()
	shutdown, err := setUp(ctx)
	if err != nil {
		log.Fatal(err)
	}
	if err := errors.Join(run(ctx), shutdown(ctx)); err != nil {
		log.Fatal(err)
	}
}
