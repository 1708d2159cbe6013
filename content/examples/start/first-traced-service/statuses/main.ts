import { sleep } from 'csp';
import { Hono } from 'hono';
import { Network } from 'network';
import { traced, type Env } from './traced.ts';

class NoSteamError extends Error {
  override readonly name = 'NoSteamError';
}

const app = new Hono<Env>();
app.use(traced);
app.onError((_, c) => c.text('The machine is broken.', 500));
app.get('/drinks/:id', async (c) => {
  const id = Number(c.req.param('id'));
  if (Number.isNaN(id)) return c.text('That is no number.', 400);
  if (id > 20) return c.text('We do not have that.', 404);
  await sleep(20, c.var.ctx);
  if (id === 9) throw new NoSteamError('no steam');
  if (id === 10) return c.text('We are closing.', 503);
  return c.text('Here you are.');
});

const network = new Network({ latencyMs: 5 });
network.listen('bar:8080', app.fetch);

for (const path of [
  '/drinks/7',
  '/drinks/tea',
  '/drinks/99',
  '/teas/1',
  '/drinks/9',
  '/drinks/10',
]) {
  const response = await network.fetch(`http://bar:8080${path}`);
  console.log(path, response.status, await response.text());
}
