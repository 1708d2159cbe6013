// The bar is yours. It takes POST /orders/:drink with {"card": "…"}
// and answers
//
//   404  what is not on the menu, before anything else
//   402  if the bank answers the card with 4xx
//   503  if the bank answers with 5xx
//   500  if brew() throws
//   201  if there is a drink
//
// The bank takes POST http://bank:9000/charges with {"card": "…"},
// through network.fetch. What the trace, the metric and the log must
// show stands in the table above.
import { guests } from './inputs.ts';
import { open } from './town.ts';

const bar = () => new Response('Not yet.', { status: 501 });

await open(bar, guests);
