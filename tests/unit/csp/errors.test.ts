import { describe, expect, test } from 'vitest';
import {
  asError,
  canceled,
  ChannelError,
  deadlineExceeded,
  isError,
  joinErrors,
  SyncError,
} from '../../../src/csp/index.ts';

const inner = new ChannelError('send on closed channel');
const middle = new Error('middle', { cause: inner });
const outer = new Error('outer', { cause: middle });

describe('isError', () => {
  test('finds an error down the chain of causes', () => {
    expect(isError(outer, inner)).toBe(true);
    expect(isError(outer, outer)).toBe(true);
    expect(isError(inner, outer)).toBe(false);
    expect(isError(new Error('x', { cause: canceled }), canceled)).toBe(true);
    expect(isError(canceled, deadlineExceeded)).toBe(false);
    expect(isError(undefined, canceled)).toBe(false);
  });

  test('finds an error among joined ones', () => {
    const joined = joinErrors(new Error('a'), outer);
    expect(isError(joined, inner)).toBe(true);
    expect(isError(new Error('around', { cause: joined }), inner)).toBe(true);
  });

  test('asks an error that knows what it is', () => {
    class NotFound extends Error {
      is(target: Error): boolean {
        return target.message === 'not found';
      }
    }
    expect(isError(new Error('x', { cause: new NotFound('no user 7') }), new Error('not found'))).toBe(true);
    expect(isError(new NotFound('no user 7'), new Error('other'))).toBe(false);
  });

  test('ends on a circle of causes', () => {
    const circle = new Error('circle');
    circle.cause = circle;
    expect(isError(circle, canceled)).toBe(false);
  });
});

describe('asError', () => {
  test('gives the first of a class', () => {
    const second = new ChannelError('second');
    expect(asError(joinErrors(outer, second), ChannelError)).toBe(inner);
    expect(asError(outer, SyncError)).toBeUndefined();
    expect(asError('text', Error)).toBeUndefined();
  });
});

describe('joinErrors', () => {
  test('leaves out what is undefined', () => {
    expect(joinErrors()).toBeUndefined();
    expect(joinErrors(undefined, undefined)).toBeUndefined();
    const joined = joinErrors(undefined, inner, middle);
    expect(joined?.message).toBe('send on closed channel\nmiddle');
    expect(joined?.errors).toEqual([inner, middle]);
  });
});

test('the errors of a context are named and cannot be changed', () => {
  expect([canceled.name, deadlineExceeded.name]).toEqual(['Canceled', 'DeadlineExceeded']);
  expect(canceled.stack).toBe('Canceled: context canceled');
  expect(() => {
    canceled.cause = 1;
  }).toThrow(TypeError);
});
