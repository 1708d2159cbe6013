import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Network, NetworkError, type Handler } from '../../../src/kit/network.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Lets time pass until nothing waits any more, and gives what became of it and when. */
async function settled<T>(promise: Promise<T>): Promise<{ value?: T; error?: unknown; atMs: number }> {
  const result = promise.then(
    (value) => ({ value, atMs: Date.now() }),
    (error: unknown) => ({ error, atMs: Date.now() }),
  );
  await vi.runAllTimersAsync();
  return result;
}

/** The code below the TypeError that `fetch` rejects with. */
function codeOf(error: unknown): string | undefined {
  expect(error).toBeInstanceOf(TypeError);
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof NetworkError ? cause.code : undefined;
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

describe('a network in memory', () => {
  test('carries a request to a Hono application and its answer back, headers and bodies included', async () => {
    const app = new Hono();
    app.post('/orders/:table', async (c) => {
      const { drink } = await c.req.json<{ drink: string }>();
      return c.json({ table: c.req.param('table'), drink, parent: c.req.header('traceparent') }, 201, { 'x-bar': '1' });
    });
    const network = new Network({ latencyMs: 5 });
    network.listen('bar:8080', app.fetch);
    const { value, atMs } = await settled(
      network.fetch('http://bar:8080/orders/12?now', {
        method: 'POST',
        body: '{"drink":"mocha"}',
        headers: { traceparent: '00-1-2-01' },
      }),
    );
    expect(value?.status).toBe(201);
    expect(value?.headers.get('x-bar')).toBe('1');
    expect(await value?.json()).toEqual({ table: '12', drink: 'mocha', parent: '00-1-2-01' });
    expect(atMs).toBe(10);
  });

  test('takes a Request as fetch does, and an answer without a body', async () => {
    const network = new Network();
    network.listen('bar', ({ method }) => new Response(null, { status: method === 'HEAD' ? 204 : 500 }));
    const { value } = await settled(network.fetch(new Request('http://bar/', { method: 'HEAD' })));
    expect(value?.status).toBe(204);
  });

  test('shares nothing: the caller’s request and the service’s are two', async () => {
    const network = new Network();
    let arrived: Request | undefined;
    const answer = new Response('once');
    network.listen('bar', (request) => {
      arrived = request;
      return answer;
    });
    const sent = new Request('http://bar/');
    const { value } = await settled(network.fetch(sent));
    expect(arrived).not.toBe(sent);
    expect(value).not.toBe(answer);
    expect(await value?.text()).toBe('once');
  });

  test('is as slow as its latency each way and the service together', async () => {
    const network = new Network({ latencyMs: 3 });
    const arrivals: number[] = [];
    network.listen('bar', async () => {
      arrivals.push(Date.now());
      await wait(40);
      return new Response();
    });
    expect((await settled(network.fetch('http://bar/'))).atMs).toBe(46);
    expect(arrivals).toEqual([3]);
  });

  test('refuses like fetch where nobody listens, and after a service has closed', async () => {
    const network = new Network({ latencyMs: 2 });
    const close = network.listen('bar', () => new Response());
    close();
    const { error, atMs } = await settled(network.fetch('http://bar/'));
    expect(codeOf(error)).toBe('ECONNREFUSED');
    expect(atMs).toBe(2);
    network.listen('bar', () => new Response());
    expect((await settled(network.fetch('http://BAR/'))).value?.status).toBe(200);
    expect(codeOf((await settled(network.fetch('http://bar:81/'))).error)).toBe('ECONNREFUSED');
    expect(() => network.listen('Bar', () => new Response())).toThrow('somebody listens on Bar already');
  });

  test('breaks the connection when a service throws, and says what it threw', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const network = new Network();
    const fault = new Error('the machine is on fire');
    network.listen('bar', () => {
      throw fault;
    });
    expect(codeOf((await settled(network.fetch('http://bar/'))).error)).toBe('ECONNRESET');
    expect(said).toHaveBeenCalledWith(fault);
    said.mockRestore();
  });
});

describe('faults', () => {
  test('refused: the service never hears of it', async () => {
    const network = new Network();
    const handler = vi.fn<Handler>(() => new Response());
    network.listen('bank', handler);
    const mend = network.fail({ host: 'bank', kind: 'refused' });
    expect(codeOf((await settled(network.fetch('http://bank/'))).error)).toBe('ECONNREFUSED');
    expect(handler).not.toHaveBeenCalled();
    mend();
    expect((await settled(network.fetch('http://bank/'))).value?.status).toBe(200);
  });

  test('reset: the service has done its work, and the answer is lost', async () => {
    const network = new Network({ latencyMs: 4 });
    const handler = vi.fn<Handler>(() => new Response());
    network.listen('bank', handler);
    network.fail({ host: 'bank', kind: 'reset' });
    const { error, atMs } = await settled(network.fetch('http://bank/'));
    expect(codeOf(error)).toBe('ECONNRESET');
    expect(handler).toHaveBeenCalledTimes(1);
    expect(atMs).toBe(8);
  });

  test('timeout: nothing comes back until the caller gives up', async () => {
    const network = new Network();
    network.listen('bank', () => new Response());
    network.fail({ host: 'bank', kind: 'timeout' });
    const late = new Error('too late');
    const controller = new AbortController();
    setTimeout(() => controller.abort(late), 250);
    const { error, atMs } = await settled(network.fetch('http://bank/', { signal: controller.signal }));
    expect(error).toBe(late);
    expect(atMs).toBe(250);
  });

  test('a share fails by lot, the same with the same seed, and only at its host', async () => {
    const run = async (seed: number): Promise<string> => {
      const network = new Network({ latencyMs: 0, seed });
      network.listen('bank', () => new Response());
      network.listen('bar', () => new Response());
      network.fail({ host: 'BANK', kind: 'refused', share: 0.3 });
      let text = '';
      for (let call = 0; call < 200; call += 1) {
        text += (await settled(network.fetch('http://bank/'))).error === undefined ? '.' : 'x';
        expect((await settled(network.fetch('http://bar/'))).error).toBeUndefined();
      }
      return text;
    };
    const first = await run(7);
    expect(await run(7)).toBe(first);
    expect(await run(8)).not.toBe(first);
    const failed = first.replaceAll('.', '').length;
    expect(failed).toBeGreaterThan(40);
    expect(failed).toBeLessThan(80);
  });

  test('nonsense is refused with a sentence', () => {
    const network = new Network();
    expect(() => network.fail({ host: 'bank', kind: 'reset', share: 3 })).toThrow('share is 3');
    expect(() => new Network({ latencyMs: 1.5 })).toThrow('latencyMs is 1.5');
  });
});

describe('giving up', () => {
  test('a signal that has ended sends nothing', async () => {
    const network = new Network();
    const handler = vi.fn<Handler>(() => new Response());
    network.listen('bar', handler);
    const { error } = await settled(network.fetch('http://bar/', { signal: AbortSignal.abort('gone') }));
    expect(error).toBe('gone');
    expect(handler).not.toHaveBeenCalled();
  });

  test('ends the wait at once, and the service hears of it one way later', async () => {
    const network = new Network({ latencyMs: 5 });
    let heardAt: number | undefined;
    network.listen('bar', async ({ signal }) => {
      signal.addEventListener('abort', () => {
        heardAt = Date.now();
      });
      await wait(100);
      return new Response();
    });
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('changed my mind')), 30);
    const { error, atMs } = await settled(network.fetch('http://bar/', { signal: controller.signal }));
    expect(error).toMatchObject({ message: 'changed my mind' });
    expect(atMs).toBe(30);
    await vi.runAllTimersAsync();
    expect(heardAt).toBe(35);
  });

  test('on the way there, the service hears nothing', async () => {
    const network = new Network({ latencyMs: 20 });
    const handler = vi.fn<Handler>(() => new Response());
    network.listen('bar', handler);
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 10);
    const { error, atMs } = await settled(network.fetch('http://bar/', { signal: controller.signal }));
    expect(error).toMatchObject({ name: 'AbortError' });
    expect(atMs).toBe(10);
    expect(handler).not.toHaveBeenCalled();
  });
});
