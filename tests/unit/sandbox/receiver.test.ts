import { describe, expect, it } from 'vitest';
import { Receiver } from '../../../src/sandbox/host/receiver.ts';

const span = {
  traceId: '5b8efff798038103d269b633813fc60c',
  spanId: 'eee19b7ec3c1b174',
  name: 'work',
  kind: 1,
  startTimeUnixNano: '1',
  endTimeUnixNano: '2',
};
const body = (spans: readonly object[]): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans }] }] }));

const request = {
  id: 7,
  method: 'POST',
  url: 'http://localhost:4318/v1/traces',
  headers: [['content-type', 'application/json']] as const,
  body: body([span]),
  atMs: 3,
};

describe("the page's receiver", () => {
  it('accepts what a collector would accept', async () => {
    const { exchange, command } = await new Receiver([]).receive(request);
    expect([exchange.status, exchange.telemetry.spans.length, command.status, command.silent]).toEqual([
      200,
      1,
      200,
      false,
    ]);
  });

  it('is not there at any other address, and says so', async () => {
    const { exchange, command } = await new Receiver([]).receive({
      ...request,
      url: 'http://localhost:4319/v1/traces',
    });
    expect([exchange.status, command.status]).toEqual([0, 0]);
    expect(exchange.problem).toContain('localhost:4319');
  });

  it('gives dictated answers in order and stays with the last', async () => {
    const receiver = new Receiver([{ status: 429, retryAfter: '2' }, { status: 200 }]);
    const statuses: number[] = [];
    for (let turn = 0; turn < 3; turn++) statuses.push((await receiver.receive(request)).exchange.status);
    expect(statuses).toEqual([429, 200, 200]);
  });

  it('takes nothing from an export that it refuses', async () => {
    const { exchange, command } = await new Receiver([{ status: 503 }]).receive(request);
    expect(exchange.telemetry.spans).toHaveLength(0);
    expect(command.status).toBe(503);
  });

  it('sends Retry-After where a rule says so', async () => {
    const { command } = await new Receiver([{ status: 429, retryAfter: '2' }]).receive(request);
    expect(command.headers).toContainEqual(['retry-after', '2']);
  });

  it('leaves a silent export without status and tells the worker to wait for ever', async () => {
    const { exchange, command } = await new Receiver([{ status: 200, silent: true }]).receive(request);
    expect([exchange.status, exchange.telemetry.spans.length, command.silent]).toEqual([0, 0, true]);
  });

  it('passes a delay on to the clock of the run', async () => {
    const { command } = await new Receiver([{ status: 200, delayMs: 700 }]).receive(request);
    expect(command.delayMs).toBe(700);
  });

  it('does not use up an answer on a request that is no export', async () => {
    const receiver = new Receiver([{ status: 503 }, { status: 200 }]);
    await receiver.receive({ ...request, url: 'http://localhost:4318/health' });
    expect((await receiver.receive(request)).exchange.status).toBe(503);
  });
});
