import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { followByFrame, followUnrest } from '../../../src/viewer/frames.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => setTimeout(() => callback(0), 16));
  vi.stubGlobal('cancelAnimationFrame', (id: number) => clearTimeout(id));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('following a signal at the pace of the screen', () => {
  test('passes a change after a pause on at once', () => {
    const source = signal(0);
    const { value } = followByFrame(source);
    source.value = 1;
    expect(value.value).toBe(1);
    vi.advanceTimersByTime(50);
    source.value = 2;
    expect(value.value).toBe(2);
  });

  test('passes many changes within a frame on as one, the last', () => {
    const source = signal(0);
    const { value } = followByFrame(source);
    const seen: number[] = [];
    value.subscribe((now) => seen.push(now));
    for (let at = 1; at <= 100; at += 1) source.value = at;
    expect(value.value).toBe(1);
    vi.advanceTimersByTime(50);
    expect(seen).toEqual([0, 1, 100]);
  });

  test('goes on while a page that is not shown has no frames', () => {
    vi.stubGlobal('requestAnimationFrame', () => 0);
    const source = signal(0);
    const { value } = followByFrame(source);
    source.value = 1;
    source.value = 2;
    vi.advanceTimersByTime(500);
    expect(value.value).toBe(2);
  });

  test('what takes long to prepare is passed on in a task of its own, as it was prepared', () => {
    const source = signal(0);
    const prepared: number[] = [];
    const { value } = followByFrame(source, (next) => {
      prepared.push(next);
      vi.advanceTimersByTime(next === 1 ? 20 : 0);
    });
    source.value = 1;
    source.value = 2;
    expect(value.value).toBe(0);
    vi.advanceTimersByTime(0);
    expect(value.value).toBe(1);
    vi.advanceTimersByTime(200);
    expect(value.value).toBe(2);
    expect(prepared).toEqual([1, 2]);
  });

  test('stops when told to', () => {
    const source = signal(0);
    const { value, stop } = followByFrame(source);
    source.value = 1;
    source.value = 2;
    stop();
    vi.advanceTimersByTime(500);
    source.value = 3;
    expect(value.value).toBe(1);
  });
});

describe('unrest', () => {
  test('lasts from the start and from each change until nothing has changed for a while', () => {
    const source = signal(0);
    const { value } = followUnrest(source);
    expect(value.value).toBe(true);
    vi.advanceTimersByTime(1000);
    expect(value.value).toBe(false);
    for (let at = 1; at <= 5; at += 1) {
      source.value = at;
      vi.advanceTimersByTime(200);
      expect(value.value).toBe(true);
    }
    vi.advanceTimersByTime(100);
    expect(value.value).toBe(false);
  });
});
