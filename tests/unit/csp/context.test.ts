import {
  context,
  INVALID_SPAN_CONTEXT,
  propagation,
  ROOT_CONTEXT,
  trace,
  type TextMapPropagator,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { describe, expect, test, vi } from 'vitest';
import {
  afterFunc,
  background,
  canceled,
  cause,
  chan,
  deadlineExceeded,
  fromOtel,
  recv,
  select,
  withCancel,
  withCancelCause,
  withDeadline,
  withDeadlineCause,
  withoutCancel,
  withSpan,
  withTimeout,
  withTimeoutCause,
  withValue,
} from '../../../src/csp/index.ts';
import { isolate, pass, quiet, START, watch } from './turns.ts';

isolate();

const KEY = Symbol('key');
const OTHER = Symbol('other');

describe('background', () => {
  test('is never done', async () => {
    const ctx = background();
    expect(ctx.err()).toBeUndefined();
    expect(cause(ctx)).toBeUndefined();
    expect(ctx.deadline()).toBeUndefined();
    expect(ctx.value(KEY)).toBeUndefined();
    expect(ctx.signal.aborted).toBe(false);
    const done = watch(ctx.done.receive());
    await quiet();
    expect(done.state).toBe('pending');
    expect(background()).toBe(ctx);
  });
});

describe('withCancel', () => {
  test('cancel ends it, with the words of Go', async () => {
    const [ctx, cancel] = withCancel(background());
    const done = watch(ctx.done.receive());
    expect(ctx.err()).toBeUndefined();
    cancel();
    await quiet();
    expect(done.value).toEqual({ value: undefined, ok: false });
    expect(ctx.err()).toBe(canceled);
    expect(cause(ctx)).toBe(canceled);
    expect(canceled.message).toBe('context canceled');
    cancel();
  });

  test('ends all below and none above or beside', () => {
    const [parent, cancelParent] = withCancel(background());
    const [middle, cancelMiddle] = withCancel(parent);
    const [below] = withCancel(withValue(middle, KEY, 1));
    const [beside] = withCancel(parent);
    cancelMiddle();
    expect([parent, middle, below, beside].map((ctx) => ctx.err())).toEqual([undefined, canceled, canceled, undefined]);
    cancelParent();
    expect(beside.err()).toBe(canceled);
  });

  test('below an ended context it has ended from the start', async () => {
    const [parent, cancel] = withCancelCause(background());
    const why = new Error('why');
    cancel(why);
    const [ctx] = withCancel(parent);
    expect(ctx.err()).toBe(canceled);
    expect(cause(ctx)).toBe(why);
    expect((await ctx.done.receive()).ok).toBe(false);
    expect(ctx.signal.aborted).toBe(true);
  });

  test('is ready in a select once it has ended', async () => {
    const [ctx, cancel] = withCancel(background());
    const waiting = watch(select({ job: recv(chan<number>()), quit: recv(ctx.done) }));
    await quiet();
    cancel();
    await quiet();
    expect(waiting.value).toEqual({ case: 'quit', value: undefined, ok: false });
  });
});

describe('causes', () => {
  test('withCancelCause says why, here and below; err stays canceled', () => {
    const [parent, cancel] = withCancelCause(background());
    const [below] = withCancel(parent);
    const why = new Error('disk full');
    cancel(why);
    cancel(new Error('too late'));
    expect([parent.err(), cause(parent), below.err(), cause(below)]).toEqual([canceled, why, canceled, why]);
  });

  test('without a cause the cause is canceled', () => {
    const [ctx, cancel] = withCancelCause(background());
    cancel();
    expect(cause(ctx)).toBe(canceled);
  });

  test('withTimeoutCause and withDeadlineCause give theirs only when the time is over', async () => {
    const why = new Error('slow');
    const [a] = withTimeoutCause(background(), 10, why);
    const [b] = withDeadlineCause(background(), new Date(START + 10), why);
    const [c, cancel] = withTimeoutCause(background(), 10, why);
    cancel();
    await pass(10);
    expect([a, b, c].map((ctx) => [ctx.err(), cause(ctx)])).toEqual([
      [deadlineExceeded, why],
      [deadlineExceeded, why],
      [canceled, canceled],
    ]);
  });
});

describe('deadlines', () => {
  test('withTimeout ends at its deadline, not before', async () => {
    const [ctx] = withTimeout(background(), 50);
    expect(ctx.deadline()).toEqual(new Date(START + 50));
    await pass(49);
    expect(ctx.err()).toBeUndefined();
    await pass(1);
    expect(ctx.err()).toBe(deadlineExceeded);
    expect(cause(ctx)).toBe(deadlineExceeded);
    expect(deadlineExceeded.message).toBe('context deadline exceeded');
  });

  test('the earlier deadline counts, whoever set it', async () => {
    const [parent] = withTimeout(background(), 20);
    const [later] = withTimeout(parent, 50);
    const [earlier] = withTimeout(parent, 10);
    expect([later.deadline(), earlier.deadline()]).toEqual([new Date(START + 20), new Date(START + 10)]);
    await pass(10);
    expect([parent.err(), later.err(), earlier.err()]).toEqual([undefined, undefined, deadlineExceeded]);
    await pass(10);
    expect(later.err()).toBe(deadlineExceeded);
  });

  test.each([0, -5])('a timeout of %s ms has passed at once', (ms) => {
    const [ctx] = withTimeout(background(), ms);
    expect(ctx.err()).toBe(deadlineExceeded);
  });

  test('cancel stops the timer', () => {
    const [, cancel] = withTimeout(background(), 1000);
    expect(vi.getTimerCount()).toBe(1);
    cancel();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('the end of the parent stops the timer', () => {
    const [parent, cancel] = withCancel(background());
    withTimeout(parent, 1000);
    cancel();
    expect(vi.getTimerCount()).toBe(0);
    withTimeout(parent, 1000);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('may be further away than the timers of the platform reach', async () => {
    const [ctx, cancel] = withDeadline(background(), new Date(START + 2 ** 32));
    await pass(2 ** 31);
    expect(ctx.err()).toBeUndefined();
    await pass(2 ** 31);
    expect(ctx.err()).toBe(deadlineExceeded);
    cancel();
  });

  test('fractions and invalid dates are refused', () => {
    expect(() => withTimeout(background(), 1.5)).toThrow('withTimeout takes a whole number of milliseconds, not 1.5');
    expect(() => withDeadline(background(), new Date(Number.NaN))).toThrow(RangeError);
  });
});

describe('withoutCancel', () => {
  test('keeps the values and nothing else', async () => {
    const [parent, cancel] = withTimeout(withValue(background(), KEY, 1), 10);
    const ctx = withoutCancel(parent);
    cancel();
    expect([ctx.err(), cause(ctx), ctx.deadline(), ctx.value(KEY)]).toEqual([undefined, undefined, undefined, 1]);
    const [again] = withTimeout(ctx, 5);
    await pass(5);
    expect(again.err()).toBe(deadlineExceeded);
  });
});

describe('values', () => {
  test('are seen here and below, not above; the nearest counts', () => {
    const parent = withValue(background(), KEY, 'outer');
    const child = withValue(parent, KEY, 'inner');
    expect([parent.value(KEY), child.value(KEY), child.value(OTHER)]).toEqual(['outer', 'inner', undefined]);
    expect(child.deleteValue(KEY).value(KEY)).toBeUndefined();
  });

  test('a long chain is no trouble', () => {
    let ctx = withValue(background(), KEY, 'far');
    for (let i = 0; i < 50_000; i++) ctx = withValue(ctx, OTHER, i);
    expect(ctx.value(KEY)).toBe('far');
  });
});

describe('afterFunc', () => {
  test('runs in a task of its own once the context has ended', async () => {
    const [ctx, cancel] = withCancel(background());
    const body = vi.fn<() => void>();
    const stop = afterFunc(ctx, body);
    cancel();
    expect(body).not.toHaveBeenCalled();
    await quiet();
    expect(body).toHaveBeenCalledOnce();
    expect(stop()).toBe(false);
  });

  test('stop takes it back, once', async () => {
    const [ctx, cancel] = withCancel(background());
    const body = vi.fn<() => void>();
    const stop = afterFunc(ctx, body);
    expect([stop(), stop()]).toEqual([true, false]);
    cancel();
    await quiet();
    expect(body).not.toHaveBeenCalled();
  });

  test('of an ended context it runs at once', async () => {
    const [ctx, cancel] = withCancel(background());
    cancel();
    const body = vi.fn<() => void>();
    expect(afterFunc(ctx, body)()).toBe(false);
    await quiet();
    expect(body).toHaveBeenCalledOnce();
  });

  test('of background it can be taken back too', () => {
    const stop = afterFunc(background(), () => {});
    expect([stop(), stop()]).toEqual([true, false]);
  });
});

describe('signal', () => {
  test('aborts with the cause', () => {
    const [ctx, cancel] = withCancelCause(background());
    const { signal } = ctx;
    expect(ctx.signal).toBe(signal);
    const why = new Error('why');
    cancel(why);
    expect([signal.aborted, signal.reason]).toEqual([true, why]);
  });

  test('reaches contexts below, and one that is asked for late', () => {
    const [parent, cancel] = withCancel(background());
    const [below] = withCancel(parent);
    const { signal } = below;
    cancel();
    expect([signal.reason, parent.signal.reason]).toEqual([canceled, canceled]);
  });
});

describe('as an OpenTelemetry context', () => {
  const span = trace.wrapSpanContext({ traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: 1 });

  test('carries the span, with deadline and cancellation', async () => {
    const [ctx, cancel] = withTimeout(background(), 10);
    const inner = withSpan(ctx, span);
    expect(trace.getSpan(inner)).toBe(span);
    expect(trace.getSpan(ctx)).toBeUndefined();
    expect(inner.deadline()).toEqual(ctx.deadline());
    cancel();
    expect(inner.err()).toBe(canceled);
  });

  test('comes back whole from propagation.extract', () => {
    const propagator: TextMapPropagator = new W3CTraceContextPropagator();
    propagation.setGlobalPropagator(propagator);
    const headers: Record<string, string> = {};
    propagation.inject(withSpan(background(), span), headers);
    expect(headers.traceparent).toBe(`00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`);
    const [ctx, cancel] = withTimeout(background(), 10);
    const extracted = fromOtel(propagation.extract(ctx, headers));
    expect(trace.getSpanContext(extracted)?.spanId).toBe('b'.repeat(16));
    cancel();
    expect(extracted.err()).toBe(canceled);
    propagation.disable();
  });

  test('is recovered through a foreign context that is wrapped around it', () => {
    const [ctx, cancel] = withCancel(withValue(background(), KEY, 1));
    const foreign = {
      getValue: (key: symbol): unknown => (key === OTHER ? 'foreign' : ctx.getValue(key)),
      setValue: () => ROOT_CONTEXT,
      deleteValue: () => ROOT_CONTEXT,
    };
    const ours = fromOtel(foreign);
    expect([ours.value(OTHER), ours.value(KEY)]).toEqual(['foreign', 1]);
    cancel();
    expect(ours.err()).toBe(canceled);
  });

  test('made of a plain one it has its values and is never canceled', () => {
    const ours = fromOtel(trace.setSpan(ROOT_CONTEXT.setValue(KEY, 1), span));
    expect([ours.value(KEY), trace.getSpan(ours), ours.err()]).toEqual([1, span, undefined]);
    const [ctx, cancel] = withCancel(ours);
    cancel();
    expect([ctx.err(), trace.getSpan(ctx), ours.err()]).toEqual([canceled, span, undefined]);
    expect(withValue(ours, KEY, 2).value(KEY)).toBe(2);
    expect(ours.deleteValue(KEY).value(KEY)).toBeUndefined();
  });

  test('goes through context.with and a tracer as it is', () => {
    const ctx = withSpan(background(), trace.wrapSpanContext(INVALID_SPAN_CONTEXT));
    expect(() => trace.getTracer('t').startSpan('s', {}, ctx).end()).not.toThrow();
    expect(context.with(ctx, () => 1)).toBe(1);
  });

  test('is asked for by name where another was given', () => {
    // @ts-expect-error a plain OpenTelemetry context
    expect(() => withCancel(ROOT_CONTEXT)).toThrow('withCancel takes a context made by background()');
    // @ts-expect-error nothing
    expect(() => withValue(undefined, KEY, 1)).toThrow('withValue takes a context');
  });
});

test('a canceled context is let go by its parent', () => {
  const listeners = vi.spyOn(Set.prototype, 'delete');
  const [parent] = withCancel(background());
  for (let i = 0; i < 100; i++) withTimeout(parent, 10_000)[1]();
  expect(listeners.mock.results.map(({ value }) => value)).toEqual(Array.from({ length: 100 }, () => true));
  expect(vi.getTimerCount()).toBe(0);
  listeners.mockRestore();
});
