import { sleep } from 'csp';
import { Hono } from 'hono';
import { Network } from 'network';
import { paths } from './inputs.ts';
import { traced, type Env } from './traced.ts';

const app = new Hono<Env>();
app.use(traced);
app.onError((_, c) => c.text('The machine is broken.', 500));
app.get('/menu', (c) => c.text('espresso, mocha'));
app.get('/drinks/:id', async (c) => {
  const id = Number(c.req.param('id'));
  if (id > 20) return c.text('We do not have that.', 404);
  await sleep(Number(c.req.query('ms') ?? 20), c.var.ctx);
  if (id === 9) throw new RangeError('no steam');
  return c.text('Here you are.');
});

const network = new Network({ latencyMs: 5 });
network.listen('bar:8080', app.fetch);
for (const path of paths) {
  const { status } = await network.fetch(`http://bar:8080${path}`);
  console.log(`${path} → ${status}`);
}
