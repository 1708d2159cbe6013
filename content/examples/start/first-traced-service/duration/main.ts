import { sleep } from 'csp';
import { Hono } from 'hono';
import { Network } from 'network';
import { measured, type Env } from './measured.ts';

const app = new Hono<Env>();
app.use(measured);
app.onError((_, c) => c.text('The machine is broken.', 500));
app.get('/menu', (c) => c.text('espresso, mocha'));
app.get('/drinks/:id', async (c) => {
  await sleep(Number(c.req.query('ms')), c.var.ctx);
  if (c.req.param('id') === '9') throw new Error('no steam');
  return c.text('Here you are.');
});

const network = new Network({ latencyMs: 5 });
network.listen('bar:8080', app.fetch);

for (const path of [
  '/menu',
  '/drinks/7?ms=20',
  '/drinks/8?ms=60',
  '/drinks/7?ms=20',
  '/drinks/9?ms=300',
  '/drinks/8?ms=800',
  '/teas/1',
]) {
  await network.fetch(`http://bar:8080${path}`);
}
