import * as semconv from '@opentelemetry/semantic-conventions';
import type { MiddlewareHandler } from 'hono';
import { minute } from './bar.ts';
import { duration } from './duration.ts';

const metered: MiddlewareHandler = async (c, next) => {
  const start = performance.now();
  await next();
  const seconds = (performance.now() - start) / 1000;
  duration.record(seconds, {
    [semconv.ATTR_HTTP_REQUEST_METHOD]: c.req.method,
    [semconv.ATTR_URL_SCHEME]: 'http',
    [semconv.ATTR_HTTP_ROUTE]: c.req.path,
    [semconv.ATTR_HTTP_RESPONSE_STATUS_CODE]: c.res.status,
  });
};

await minute(metered);
