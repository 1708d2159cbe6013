/**
 * The sample: a checkout in a shop of five services that ends in an error. The frontend shows a 502; the cause lies three
 * services below it, where the payment service has run out of database connections because a report holds them all, and
 * a retry has made the wait twice as long. Stock is reserved row by row (equal siblings), a message goes out and is worked
 * on in a trace of its own, which refers back.
 *
 * Attribute names are those of the semantic conventions 1.45; `lab.*` are this guide's own.
 */
import {
  ATTR_DB_SYSTEM_NAME,
  ATTR_DEPLOYMENT_ENVIRONMENT_NAME,
  ATTR_ERROR_TYPE,
  ATTR_EXCEPTION_MESSAGE,
  ATTR_EXCEPTION_TYPE,
  ATTR_HTTP_REQUEST_METHOD,
  ATTR_HTTP_RESPONSE_STATUS_CODE,
  ATTR_HTTP_ROUTE,
  ATTR_SERVER_ADDRESS,
  ATTR_SERVER_PORT,
  ATTR_SERVICE_NAME,
  ATTR_SERVICE_VERSION,
  ATTR_URL_PATH,
  ATTR_URL_SCHEME,
  METRIC_HTTP_SERVER_REQUEST_DURATION,
} from '@opentelemetry/semantic-conventions';
import {
  ATTR_DB_CLIENT_CONNECTION_POOL_NAME,
  ATTR_DB_CLIENT_CONNECTION_STATE,
  ATTR_MESSAGING_DESTINATION_NAME,
  ATTR_MESSAGING_OPERATION_NAME,
  ATTR_MESSAGING_OPERATION_TYPE,
  ATTR_MESSAGING_SYSTEM,
  METRIC_DB_CLIENT_CONNECTION_COUNT,
} from '@opentelemetry/semantic-conventions/incubating';
import type { Telemetry } from '../../otlp/telemetry.ts';
import { call, HTTP, query, SQL } from './sample-calls.ts';
import { attributes, Service, Story } from './sample-telemetry.ts';

/** 2026-11-20T09:30:00Z */
const BEGIN_NS = 1_795_167_000_000_000_000n;

const KAFKA = ['lab/kafka', '0.2.1'] as const;

function service(name: string, version: string): Service {
  return new Service({
    [ATTR_SERVICE_NAME]: name,
    [ATTR_SERVICE_VERSION]: version,
    [ATTR_DEPLOYMENT_ENVIRONMENT_NAME]: 'production',
    'telemetry.sdk.language': 'go',
    'telemetry.sdk.name': 'opentelemetry',
  });
}

/** Ids that are the same at every opening, so that links into the sample stay true. */
function counter(): () => string {
  let count = 0x5eed;
  return () => {
    count = (Math.imul(count, 0x9e37_79b1) + 0x7f4a_7c15) >>> 0;
    const high = count;
    count = (Math.imul(count, 0x9e37_79b1) + 0x7f4a_7c15) >>> 0;
    return high.toString(16).padStart(8, '0') + count.toString(16).padStart(8, '0');
  };
}

/** The same telemetry at every call. */
export function sampleTelemetry(): Telemetry {
  const story = new Story(BEGIN_NS, counter());
  const frontend = service('frontend', '3.12.0');
  const checkout = service('checkout', '2.7.1');
  const inventory = service('inventory', '1.19.4');
  const payment = service('payment', '4.0.2');
  const notification = service('notification', '1.2.0');

  const root = story.span({
    service: frontend,
    scope: frontend.scope(...HTTP),
    name: 'POST /cart/buy',
    kind: 'server',
    start: 0,
    end: 2486,
    values: {
      [ATTR_HTTP_REQUEST_METHOD]: 'POST',
      [ATTR_HTTP_ROUTE]: '/cart/buy',
      [ATTR_URL_PATH]: '/cart/buy',
      [ATTR_URL_SCHEME]: 'https',
      [ATTR_SERVER_ADDRESS]: 'shop.example.com',
      [ATTR_HTTP_RESPONSE_STATUS_CODE]: 502,
      [ATTR_ERROR_TYPE]: '502',
    },
    failed: 'checkout answered 503',
  });
  story.span({
    service: frontend,
    scope: frontend.scope('shop/session', '3.12.0'),
    name: 'load session',
    start: 2,
    end: 9.4,
    parent: root,
    values: { 'lab.cache.hit': true },
  });

  const order = call(story, frontend, checkout, root, {
    method: 'POST',
    host: 'checkout',
    path: '/orders',
    route: '/orders',
    start: 12,
    end: 2478,
    status: 503,
    failed: 'payment is unavailable',
  }).server;
  story.log(order, 15, 9, 'order received', { 'lab.order.id': 'o-7134', 'lab.order.items': 6 });

  const reserve = call(story, checkout, inventory, order, {
    method: 'POST',
    host: 'inventory',
    path: '/reservations',
    route: '/reservations',
    start: 18,
    end: 142,
    status: 201,
  }).server;
  for (let item = 0; item < 6; item += 1) {
    const start = 24 + item * 18.5;
    query(story, inventory, reserve, {
      operation: 'SELECT',
      table: 'stock',
      sql: 'SELECT count FROM stock WHERE item = $1 FOR UPDATE',
      start,
      end: start + 14.2 + (item % 3) * 1.1,
      values: { 'lab.item': `i-${410 + item}` },
    });
  }
  query(story, inventory, reserve, {
    operation: 'UPDATE',
    table: 'stock',
    sql: 'UPDATE stock SET reserved = reserved + 1 WHERE item = ANY($1)',
    start: 136,
    end: 140.2,
  });

  for (const [attempt, start, end] of [
    [0, 150, 1198],
    [1, 1402, 2452],
  ] as const) {
    const pay = call(story, checkout, payment, order, {
      method: 'POST',
      host: 'payment',
      path: '/payments',
      route: '/payments',
      start,
      end,
      status: 503,
      failed: 'no database connection within 1 s',
      ...(attempt === 0 ? {} : { resend: attempt }),
    }).server;
    const acquire = story.span({
      service: payment,
      scope: payment.scope(...SQL),
      name: 'acquire connection',
      start: start + 6,
      end: start + 1006,
      parent: pay,
      values: {
        [ATTR_DB_SYSTEM_NAME]: 'postgresql',
        [ATTR_DB_CLIENT_CONNECTION_POOL_NAME]: 'payments',
        [ATTR_ERROR_TYPE]: 'pool_timeout',
        'lab.pool.max': 5,
        'lab.pool.idle': 0,
        'lab.pool.waiting': 37 + attempt * 12,
      },
      failed: 'timeout: all 5 connections are in use',
      events: [
        [
          start + 1006,
          'exception',
          {
            [ATTR_EXCEPTION_TYPE]: 'pool.TimeoutError',
            [ATTR_EXCEPTION_MESSAGE]: 'timeout: all 5 connections are in use',
          },
        ],
      ],
    });
    story.log(acquire, start + 506, 13, 'waiting for a connection', { 'lab.pool.waiting': 37 + attempt * 12 });
    story.log(pay, start + 1008, 17, 'payment failed: timeout: all 5 connections are in use', {
      [ATTR_ERROR_TYPE]: 'pool_timeout',
    });
    if (attempt > 0) continue;
    story.log(order, 1199, 13, 'payment answered 503, trying once more in 200 ms');
    story.span({
      service: checkout,
      scope: checkout.scope('shop/retry', '2.7.1'),
      name: 'back off',
      start: 1199.5,
      end: 1401,
      parent: order,
      values: { 'lab.backoff.ms': 200 },
    });
  }

  const send = story.span({
    service: checkout,
    scope: checkout.scope(...KAFKA),
    name: 'send order-failed',
    kind: 'producer',
    start: 2456,
    end: 2461.5,
    parent: order,
    values: {
      [ATTR_MESSAGING_SYSTEM]: 'kafka',
      [ATTR_MESSAGING_DESTINATION_NAME]: 'order-failed',
      [ATTR_MESSAGING_OPERATION_NAME]: 'send',
      [ATTR_MESSAGING_OPERATION_TYPE]: 'send',
    },
  });
  query(story, checkout, order, {
    operation: 'UPDATE',
    table: 'orders',
    sql: 'UPDATE orders SET state = $1 WHERE id = $2',
    start: 2463,
    end: 2471,
    values: { 'lab.order.id': 'o-7134' },
  });

  const process = story.span({
    service: notification,
    scope: notification.scope(...KAFKA),
    name: 'process order-failed',
    kind: 'consumer',
    start: 2470,
    end: 2561,
    values: {
      [ATTR_MESSAGING_SYSTEM]: 'kafka',
      [ATTR_MESSAGING_DESTINATION_NAME]: 'order-failed',
      [ATTR_MESSAGING_OPERATION_NAME]: 'process',
      [ATTR_MESSAGING_OPERATION_TYPE]: 'process',
    },
    links: [send],
  });
  story.span({
    service: notification,
    scope: notification.scope('shop/mail', '1.2.0'),
    name: 'render mail',
    start: 2473,
    end: 2489,
    parent: process,
    values: { 'lab.mail.template': 'order-failed' },
  });
  story.span({
    service: notification,
    scope: notification.scope('shop/mail', '1.2.0'),
    name: 'send mail',
    kind: 'client',
    start: 2490,
    end: 2559,
    parent: process,
    values: { [ATTR_SERVER_ADDRESS]: 'mail.example.com', [ATTR_SERVER_PORT]: 25 },
  });

  // Here is the cause: one report that holds the connections which the payments wait for.
  const report = story.span({
    service: payment,
    scope: payment.scope('shop/report', '4.0.2'),
    name: 'nightly report',
    start: 61,
    end: 2790,
    values: { 'lab.report': 'settlement', 'lab.pool.held': 5 },
  });
  for (let part = 0; part < 5; part += 1) {
    query(story, payment, report, {
      operation: 'SELECT',
      table: 'payments',
      sql: 'SELECT sum(amount) FROM payments WHERE day = $1',
      start: 64 + part * 2.5,
      end: 2704 + part * 17,
      values: { [ATTR_DB_CLIENT_CONNECTION_POOL_NAME]: 'payments', 'lab.report.day': part + 1 },
    });
  }

  // Every second, until a moment after the checkout: [at, used], of five.
  const collected = [
    [-4500, 1],
    [-3500, 0],
    [-2500, 2],
    [-1500, 1],
    [-500, 0],
    [500, 5],
    [1500, 5],
    [2500, 5],
  ] as const;
  story.metric(
    payment,
    payment.scope(...SQL),
    METRIC_DB_CLIENT_CONNECTION_COUNT,
    '{connection}',
    'Connections of a pool, by what they are doing.',
    {
      kind: 'sum',
      temporality: 'cumulative',
      monotonic: false,
      points: collected.flatMap(([at, used]) =>
        (['used', 'idle'] as const).map((state) => ({
          attributes: attributes({
            [ATTR_DB_CLIENT_CONNECTION_POOL_NAME]: 'payments',
            [ATTR_DB_CLIENT_CONNECTION_STATE]: state,
          }),
          startTimeUnixNano: story.at(-60_000),
          timeUnixNano: story.at(at),
          value: BigInt(state === 'used' ? used : 5 - used),
          flags: 0,
          exemplars: [],
        })),
      ),
    },
  );
  story.metric(
    frontend,
    frontend.scope(...HTTP),
    METRIC_HTTP_SERVER_REQUEST_DURATION,
    's',
    'How long the server took to answer.',
    {
      kind: 'histogram',
      temporality: 'cumulative',
      points: [
        {
          attributes: attributes({ [ATTR_HTTP_REQUEST_METHOD]: 'POST', [ATTR_HTTP_ROUTE]: '/cart/buy' }),
          startTimeUnixNano: story.at(-60_000),
          timeUnixNano: story.at(2500),
          count: 214n,
          sum: 121.4,
          min: 0.061,
          max: 2.486,
          explicitBounds: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
          bucketCounts: [0n, 96n, 71n, 14n, 2n, 31n, 0n, 0n],
          flags: 0,
          exemplars: [
            {
              timeUnixNano: story.at(2486),
              value: 2.486,
              traceId: root.traceId,
              spanId: root.spanId,
              filteredAttributes: [],
            },
          ],
        },
      ],
    },
  );
  return { spans: story.spans, metrics: story.metrics, logs: story.logs };
}
