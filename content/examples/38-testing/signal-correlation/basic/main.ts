import { SpanKind } from '@opentelemetry/api';
import {
  ATTR_HTTP_REQUEST_METHOD,
  ATTR_HTTP_RESPONSE_STATUS_CODE,
  ATTR_HTTP_ROUTE,
  ATTR_URL_PATH,
  ATTR_URL_SCHEME,
} from '@opentelemetry/semantic-conventions';
import { background, sleep, type Context } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
import { loggerFor, SeverityNumber } from 'telemetry/logs';
import { record, shutdown } from './metrics.ts';

const { INFO, WARN } = SeverityNumber;
const tracer = tracerFor('coffee-bar');
const logger = loggerFor('coffee-bar');

const request = {
  [ATTR_HTTP_REQUEST_METHOD]: 'POST',
  [ATTR_HTTP_ROUTE]: '/orders',
  [ATTR_URL_SCHEME]: 'http',
};
const options = {
  kind: SpanKind.SERVER,
  attributes: { ...request, [ATTR_URL_PATH]: '/orders' },
};
const served = { ...request, [ATTR_HTTP_RESPONSE_STATUS_CODE]: 201 };

for (const ms of [20, 8, 640, 40, 4]) {
  const work = async (ctx: Context): Promise<void> => {
    const began = performance.now();
    await inSpan(ctx, tracer, 'brew', async (ctx) => {
      await sleep(ms);
      const [severityNumber, body] =
        ms > 500 ? [WARN, 'waited for beans'] : [INFO, 'brewed'];
      logger.emit({ severityNumber, body, context: ctx });
    });
    record((performance.now() - began) / 1000, served, ctx);
  };
  await inSpan(background(), tracer, 'POST /orders', work, options);
}
await shutdown();
