import { background, sleep, withTimeout } from 'csp';
import { Hono } from 'hono';
import { Network } from 'network';
import { get } from './client.ts';
import { traced, type Env } from './traced.ts';

const network = new Network({ latencyMs: 5 });
const host = 'bank:9000';

const bank = new Hono<Env>();
bank.use(traced('bank'));
bank.get('/cards/:id', async (c) => {
  await sleep(20, c.var.ctx);
  const known = c.req.param('id') === '4711';
  return known ? c.text('good') : c.text('unknown', 404);
});
network.listen(host, bank.fetch);

async function ask(card: string): Promise<void> {
  const [ctx, cancel] = withTimeout(background(), 100);
  try {
    await get(ctx, network, `http://${host}/cards/${card}`);
  } catch (error) {
    console.log(String(error));
  } finally {
    cancel();
  }
}

await ask('4711');
await ask('1234'); // the bank says 404
for (const kind of ['refused', 'reset', 'timeout'] as const) {
  const mend = network.fail({ host, kind });
  await ask('4711');
  mend();
}
