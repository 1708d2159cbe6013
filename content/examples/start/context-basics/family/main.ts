import { background, sleep, withSpan } from 'csp';
import { tracerFor } from 'telemetry';

const tracer = tracerFor('coffee-bar');

// A context without a span in it: whatever starts here is a root.
const nobody = background();
const order = tracer.startSpan('serve order', {}, nobody);

// A new context that carries the span. `nobody` stays as it was.
const ctx = withSpan(nobody, order);

const grind = tracer.startSpan('grind beans', {}, ctx);
await sleep(20); // the work
grind.end();

// The same context again: a second child, beside the first.
const brew = tracer.startSpan('brew', {}, ctx);
const inBrew = withSpan(ctx, brew);
await sleep(10);

// The inner context: a child of the child.
const steam = tracer.startSpan('steam milk', {}, inBrew);
await sleep(15);
steam.end();
brew.end();

// `ctx` still carries the order, whatever was made of it since.
const pour = tracer.startSpan('pour', {}, ctx);
await sleep(5);
pour.end();
order.end();

// No span in the context, so a trace of its own.
const clean = tracer.startSpan('clean up', {}, nobody);
await sleep(10);
clean.end();
