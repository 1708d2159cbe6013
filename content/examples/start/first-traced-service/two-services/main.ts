import { sleep } from 'csp';
import { Hono } from 'hono';
import { Network } from 'network';
import { get } from './client.ts';
import { traced, type Env } from './traced.ts';

const network = new Network({ latencyMs: 5 });

const roastery = new Hono<Env>();
roastery.use(traced('roastery'));
roastery.get('/beans/:kind', async (c) => {
  await sleep(30, c.var.ctx);
  return c.text(`a bag of ${c.req.param('kind')}`);
});
network.listen('roastery:8081', roastery.fetch);

const bar = new Hono<Env>();
bar.use(traced('coffee-bar'));
bar.get('/drinks/:id', async (c) => {
  const { ctx } = c.var;
  const from = 'http://roastery:8081/beans/arabica';
  const beans = await get(ctx, network, from);
  await sleep(20, ctx);
  return c.text(`Your drink, of ${await beans.text()}.`);
});
network.listen('bar:8080', bar.fetch);

const response = await network.fetch('http://bar:8080/drinks/7');
console.log(response.status, await response.text());
