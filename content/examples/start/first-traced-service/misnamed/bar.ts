import { sleep } from 'csp';
import { Hono, type MiddlewareHandler } from 'hono';
import { Network } from 'network';

/** Opens the bar with this tracing, and asks for these paths. */
export async function open(
  traced: MiddlewareHandler,
  paths: string[],
) {
  const app = new Hono();
  app.onError((_, c) => c.text('The machine is broken.', 500));
  app.use(traced);
  app.get('/drinks/:id', async (c) => {
    await sleep(20);
    if (c.req.param('id') === '9') throw new Error('no steam');
    return c.text('Here you are.');
  });

  const network = new Network({ latencyMs: 5 });
  network.listen('bar:8080', app.fetch);
  for (const path of paths) {
    const { status } = await network.fetch(`http://bar:8080${path}`);
    console.log(`${path} → ${status}`);
  }
}
