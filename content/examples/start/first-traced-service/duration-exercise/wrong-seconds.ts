import * as semconv from '@opentelemetry/semantic-conventions';
import { sleep } from 'csp';
import { Hono } from 'hono';
import { routePath } from 'hono/route';
import { Network } from 'network';
import { meterFor } from 'telemetry/metrics';
import { paths } from './inputs.ts';
import { traced, type Env } from './traced.ts';

const boundaries = [
  0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5,
  7.5, 10,
];
const duration = meterFor('coffee-bar').createHistogram(
  semconv.METRIC_HTTP_SERVER_REQUEST_DURATION,
  { unit: 's', advice: { explicitBucketBoundaries: boundaries } },
);

const app = new Hono<Env>();
app.use(traced);
app.use(async (c, next) => {
  const start = performance.now();
  await next();
  const seconds = performance.now() - start;
  const route = routePath(c, -1);
  const failed = c.error?.name ?? String(c.res.status);
  const facts = {
    [semconv.ATTR_HTTP_REQUEST_METHOD]: c.req.method,
    [semconv.ATTR_URL_SCHEME]: 'http',
    [semconv.ATTR_HTTP_RESPONSE_STATUS_CODE]: c.res.status,
    ...(route !== '/*' && { [semconv.ATTR_HTTP_ROUTE]: route }),
    ...(c.res.status >= 500 && { [semconv.ATTR_ERROR_TYPE]: failed }),
  };
  duration.record(seconds, facts, c.var.ctx);
});
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
