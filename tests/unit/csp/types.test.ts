import type { Context as OtelContext } from '@opentelemetry/api';
import { describe, expectTypeOf, test } from 'vitest';
import {
  after,
  asError,
  background,
  chan,
  ChannelError,
  errGroup,
  nilChan,
  onceValue,
  onceValues,
  otherwise,
  recv,
  select,
  selectFrom,
  send,
  withCancel,
  withCancelCause,
  type CancelCauseFunc,
  type CancelFunc,
  type Context,
  type ErrGroup,
  type Received,
  type ReceiveChannel,
  type SendChannel,
} from '../../../src/csp/index.ts';

const jobs = chan<number>();
const words = chan<string>();

const fourCases = () =>
  select({ job: recv(jobs), out: send(words, 'x'), quit: recv(background().done), late: recv(after(5)) });
const noCase = () => select({});
const onlyDefault = () => select({ default: otherwise });
const list = () => selectFrom([recv(jobs), recv(words)]);

async function handle(): Promise<number> {
  const r = await select({ job: recv(jobs), word: recv(words), default: otherwise });
  switch (r.case) {
    case 'job':
      return r.ok ? r.value : 0;
    case 'word':
      return r.ok ? r.value.length : 0;
    case 'default':
      return -1;
  }
}

describe('select', () => {
  test('gives a union told apart by case', () => {
    type Result = Awaited<ReturnType<typeof fourCases>>;
    expectTypeOf<Result>().toEqualTypeOf<
      | { readonly case: 'job'; readonly value: number; readonly ok: true }
      | { readonly case: 'job'; readonly value: undefined; readonly ok: false }
      | { readonly case: 'out' }
      | { readonly case: 'quit'; readonly value: undefined; readonly ok: false }
      | { readonly case: 'late'; readonly value: Date; readonly ok: true }
      | { readonly case: 'late'; readonly value: undefined; readonly ok: false }
    >();
    expectTypeOf<Extract<Result, { case: 'out' }>>().not.toHaveProperty('value');
  });

  test('narrows in a switch', () => {
    expectTypeOf(handle).returns.resolves.toBeNumber();
  });

  test('without a case it gives nothing, ever', () => {
    expectTypeOf(noCase).returns.resolves.toBeNever();
  });

  test('holds otherwise and the key default together', () => {
    // @ts-expect-error otherwise under another key
    void (() => select({ job: otherwise }));
    // @ts-expect-error another case under the key default
    void (() => select({ default: recv(jobs) }));
    // @ts-expect-error a channel is no case
    void (() => select({ job: jobs }));
    expectTypeOf(onlyDefault).returns.resolves.toEqualTypeOf<{ readonly case: 'default' }>();
  });

  test('selectFrom gives the index and what the cases carry', () => {
    type Result = Awaited<ReturnType<typeof list>>;
    expectTypeOf<Result>().toEqualTypeOf<
      | { readonly index: number; readonly value: number; readonly ok: true }
      | { readonly index: number; readonly value: string; readonly ok: true }
      | { readonly index: number; readonly value: undefined; readonly ok: false }
    >();
  });
});

describe('channels', () => {
  test('a receive is looked at through ok', () => {
    expectTypeOf(jobs.receive()).resolves.toEqualTypeOf<Received<number>>();
    expectTypeOf<Extract<Received<number>, { ok: true }>['value']>().toEqualTypeOf<number>();
    // @ts-expect-error the value may be missing
    void ((r: Received<number>): number => r.value);
  });

  test('hand out one end by its type', () => {
    expectTypeOf(jobs).toExtend<SendChannel<number>>();
    expectTypeOf(jobs).toExtend<ReceiveChannel<number>>();
    expectTypeOf<ReceiveChannel<number>>().not.toHaveProperty('send');
    expectTypeOf<ReceiveChannel<number>>().not.toHaveProperty('close');
    expectTypeOf<SendChannel<number>>().not.toHaveProperty('receive');
  });

  test('what may be received may be less, what may be sent may not be more', () => {
    expectTypeOf(jobs).toExtend<ReceiveChannel<number | string>>();
    expectTypeOf(jobs).not.toExtend<SendChannel<number | string>>();
    expectTypeOf<SendChannel<number | string>>().toExtend<SendChannel<number>>();
    expectTypeOf(nilChan<number>()).toEqualTypeOf(jobs);
  });

  test('a send takes the type of its channel', () => {
    expectTypeOf(jobs.send).parameters.toEqualTypeOf<[value: number]>();
    // @ts-expect-error a word among numbers
    void (() => jobs.send('x'));
    // @ts-expect-error a word among numbers
    void (() => send(jobs, 'x'));
  });
});

test('a context is an OpenTelemetry context and stays one of ours', () => {
  expectTypeOf<Context>().toExtend<OtelContext>();
  expectTypeOf(background().setValue(Symbol('k'), 1)).toEqualTypeOf<Context>();
  expectTypeOf(withCancel(background())).toEqualTypeOf<[ctx: Context, cancel: CancelFunc]>();
  expectTypeOf(withCancelCause(background())).toEqualTypeOf<[ctx: Context, cancel: CancelCauseFunc]>();
  expectTypeOf(errGroup(background())).toEqualTypeOf<[group: ErrGroup, ctx: Context]>();
  // @ts-expect-error a plain OpenTelemetry context goes through fromOtel
  void ((otel: OtelContext) => withCancel(otel));
});

test('once functions and errors keep their types', () => {
  expectTypeOf(onceValue(() => 1)).toEqualTypeOf<() => Promise<number>>();
  expectTypeOf(onceValue(async () => 'x')).toEqualTypeOf<() => Promise<string>>();
  expectTypeOf(onceValues(() => [1, 'x'])).returns.resolves.toEqualTypeOf<[number, string]>();
  expectTypeOf(asError(new Error('x'), ChannelError)).toEqualTypeOf<ChannelError | undefined>();
});
