import { sleep } from 'csp';
import { Hono } from 'hono';
import { Network } from 'network';
import { inSpan, tracerFor } from 'telemetry';
import { traced, type Env } from './traced.ts';

const tracer = tracerFor('coffee-bar');

const app = new Hono<Env>();
app.use(traced);
app.get('/drinks/:id', async (c) => {
  const id = c.req.param('id');
  await inSpan(c.var.ctx, tracer, 'make drink', async (ctx, span) => {
    span.setAttribute('lab.drink.id', id);
    await sleep(20, ctx);
  });
  return c.text(`Drink ${id}, here you are.`);
});

const network = new Network({ latencyMs: 5 });
network.listen('bar:8080', app.fetch);

for (const path of ['/drinks/7', '/drinks/8?size=large']) {
  const response = await network.fetch(`http://bar:8080${path}`);
  console.log(response.status, await response.text());
}
