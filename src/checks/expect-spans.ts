import type { Span } from '../otlp/telemetry.ts';
import { formatExact } from '../trace/duration.ts';
import { ContentExpectation } from './expect-content.ts';
import type { Spans } from './spans.ts';
import { both, spaced } from './text.ts';

const NS_PER_MS = 1_000_000;

/**
 * What can be demanded of a selection of spans. Assertions chain, and each is about every span of the selection; one about
 * an empty selection does not hold, so that a check cannot pass because nothing was sent. Only `haveCount`, `atMost` and
 * `notExist` speak about how many there are.
 *
 * Time is asserted as a relation (overlap, before, within). `haveDurationMs` alone compares a length, and belongs only to
 * examples on the virtual clock.
 */
export class SpanExpectation extends ContentExpectation {
  /** Never more than so many of them run at the same time. Those that end and start in the same instant do not overlap. */
  overlapAtMost(limit: number): this {
    return this.whole(both(`at most ${limit} running at once`, `同时运行的至多 ${limit} 个`), () => {
      const busiest = this.#busiest();
      if (busiest.length <= limit) return undefined;
      return { actual: both(`${busiest.length} run at once`, `有 ${busiest.length} 个同时运行`), spans: busiest };
    });
  }

  /** At some moment at least so many of them run at the same time. */
  overlap(least = 2): this {
    return this.whole(both(`at least ${least} running at once`, `曾有至少 ${least} 个同时运行`), (spans) => {
      const busiest = this.#busiest();
      if (busiest.length >= least) return undefined;
      return {
        actual: both(`never more than ${busiest.length} run at once`, `同时运行的从未超过 ${busiest.length} 个`),
        spans,
      };
    });
  }

  /** Each starts when all of these have ended, or later. */
  startAfter(others: Spans): this {
    const { startNs, endNs } = this.selection.forest;
    const end = others.rows.reduce((latest, row) => Math.max(latest, endNs[row] ?? 0), -Infinity);
    return this.relation(
      others,
      both(`a start after the end of ${others.label.en}`, `在所有${spaced(others.label)} 结束之后开始`),
      (row) => (startNs[row] ?? 0) >= end,
      both('starts earlier', '开始得更早'),
    );
  }

  /** Each ends before the first of these ends, or with it. */
  endBefore(others: Spans): this {
    const { endNs } = this.selection.forest;
    const end = others.rows.reduce((earliest, row) => Math.min(earliest, endNs[row] ?? 0), Infinity);
    return this.relation(
      others,
      both(`an end before the end of ${others.label.en}`, `在${spaced(others.label)} 结束之前结束`),
      (row) => (endNs[row] ?? 0) <= end,
      both('ends later', '结束得更晚'),
    );
  }

  /** Each starts and ends while one of these runs. */
  beWithin(others: Spans): this {
    const { startNs, endNs } = this.selection.forest;
    return this.relation(
      others,
      both(`a place in time within ${others.label.en}`, `时间上位于某个${spaced(others.label)} 之内`),
      (row) =>
        others.rows.some(
          (outer) => (startNs[outer] ?? 0) <= (startNs[row] ?? 0) && (endNs[row] ?? 0) <= (endNs[outer] ?? 0),
        ),
      both('begins before or ends after', '开始得更早或结束得更晚'),
    );
  }

  /** Each ends no later than its parent: nothing was left running behind its back. */
  endBeforeParent(): this {
    const { endNs } = this.selection.forest;
    return this.each(
      both('an end no later than its parent’s', '不晚于父 span 结束'),
      (_, row) => this.parentOf(row) >= 0 && (endNs[row] ?? 0) <= (endNs[this.parentOf(row)] ?? 0),
      (_, row) => (this.parentOf(row) < 0 ? this.parentIs(row) : both('outlives its parent', '比父 span 结束得晚')),
    );
  }

  /** Each lasts longer than any of these. */
  lastLongerThan(others: Spans): this {
    const longest = others.rows.reduce((most, row) => Math.max(most, this.durationOf(row)), -Infinity);
    return this.relation(
      others,
      both(`longer than ${others.label.en}`, `比所有${spaced(others.label)} 都持续得更久`),
      (row) => this.durationOf(row) > longest,
      both('is not longer', '并没有更久'),
    );
  }

  /** Each lasts exactly so many milliseconds. Only for examples on the virtual clock, where that is exact. */
  haveDurationMs(milliseconds: number): this {
    return this.each(
      both(`a duration of ${milliseconds} ms`, `持续 ${milliseconds} ms`),
      (_, row) => this.durationOf(row) === Math.round(milliseconds * NS_PER_MS),
      (_, row) => both(`lasts ${formatExact(this.durationOf(row))}`, `持续 ${formatExact(this.durationOf(row))}`),
    );
  }

  /** The most that run at once, as spans. Half-open intervals: a span without length runs at no moment. */
  #busiest(): readonly Span[] {
    const { forest, rows } = this.selection;
    const start = (row: number): number => forest.startNs[row] ?? 0;
    const end = (row: number): number => forest.endNs[row] ?? 0;
    const starting = rows.filter((row) => end(row) > start(row));
    const ending = starting.toSorted((a, b) => end(a) - end(b));
    let ended = 0;
    let most = 0;
    let moment = 0;
    for (const [started, row] of starting.entries()) {
      while (end(ending[ended] ?? row) <= start(row)) ended += 1;
      if (started + 1 - ended > most) {
        most = started + 1 - ended;
        moment = start(row);
      }
    }
    const running = starting.filter((row) => start(row) <= moment && moment < end(row));
    return running.flatMap((row) => forest.spans[row] ?? []);
  }
}
