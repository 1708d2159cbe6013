package main

import "time"

type order struct {
	drink   string
	refused bool   // the card
	missing string // from the stock
}

// orders: three of these cannot end well.
var orders = []order{
	{drink: "espresso"},
	{drink: "mocha", refused: true},
	{drink: "oat latte", missing: "oat milk"},
	{drink: "tea"},
	{drink: "flat white", missing: "clean cup"},
}

type cardRefused struct{}

func (cardRefused) Error() string     { return "the card was refused" }
func (cardRefused) ErrorType() string { return "card_refused" }

type outOfStock struct{ what string }

func (e outOfStock) Error() string   { return "no " + e.what }
func (outOfStock) ErrorType() string { return "out_of_stock" }

func pay(o order) error {
	time.Sleep(10 * time.Millisecond)
	if o.refused {
		return cardRefused{}
	}
	return nil
}

func brew(o order) error {
	time.Sleep(30 * time.Millisecond)
	if o.missing != "" {
		return outOfStock{o.missing}
	}
	return nil
}
