import { SpanKind, type Span } from '@opentelemetry/api';
import {
  ATTR_HTTP_REQUEST_METHOD,
  ATTR_HTTP_RESPONSE_STATUS_CODE,
  ATTR_HTTP_ROUTE,
  ATTR_URL_PATH,
  ATTR_URL_SCHEME,
} from '@opentelemetry/semantic-conventions';
import { background, sleep, WaitGroup, type Context } from 'csp';
import { inSpan } from 'telemetry';
import { gaps } from './inputs.ts';
import { allow, makeDrink, requests, tracer } from './shop.ts';

/** Answers one request, inside its SERVER span. */
async function answer(ctx: Context, span: Span): Promise<void> {
  const ok = allow();
  const decision = ok ? 'allowed' : 'denied';
  requests.add(1, { 'lab.rate_limit.decision': decision });
  // The answer says no, and the drink is made all the same.
  await makeDrink(ctx);
  span.setAttribute(ATTR_HTTP_RESPONSE_STATUS_CODE, ok ? 200 : 429);
}

const options = {
  kind: SpanKind.SERVER,
  attributes: {
    [ATTR_HTTP_REQUEST_METHOD]: 'POST',
    [ATTR_HTTP_ROUTE]: '/orders',
    [ATTR_URL_PATH]: '/orders',
    [ATTR_URL_SCHEME]: 'https',
  },
};
const server = new WaitGroup();
for (const gap of gaps) {
  await sleep(gap);
  server.go(() =>
    inSpan(background(), tracer, 'POST /orders', answer, options),
  );
}
await server.wait();
