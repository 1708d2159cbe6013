import { SpanKind } from '@opentelemetry/api';
import { ATTR_URL_PATH } from '@opentelemetry/semantic-conventions';
import { background, sleep } from 'csp';
import { Hono, type MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { Network } from 'network';
import { tracerFor } from 'telemetry';

const GUESTS = 20;
/** What robots ask for that look for a way in. */
const ROBOTS = ['/.env', '/wp-login.php', '/admin', '/.git/config'];

const tracer = tracerFor('coffee-bar');
const kind = SpanKind.SERVER;

/** The path is here: on the span, and not in its name. */
const traced: MiddlewareHandler = async (c, next) => {
  const { method, path } = c.req;
  const attributes = { [ATTR_URL_PATH]: path };
  const options = { kind, attributes };
  const span = tracer.startSpan(method, options, background());
  await next();
  const route = routePath(c, -1);
  if (route !== '/*') span.updateName(`${method} ${route}`);
  span.end();
};

/** One minute of a public address. */
export async function minute(metered: MiddlewareHandler) {
  const app = new Hono();
  app.use(traced, metered);
  app.get('/guests/:id', async (c) => {
    await sleep(20);
    return c.text(`Guest ${c.req.param('id')}`);
  });

  const network = new Network({ latencyMs: 5 });
  network.listen('bar:8080', app.fetch);
  for (let id = 1; id <= GUESTS; id += 1) {
    await network.fetch(`http://bar:8080/guests/${id}`);
  }
  for (const path of ROBOTS) {
    await network.fetch(`http://bar:8080${path}`);
  }
}
