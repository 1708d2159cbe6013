/** OTLP JSON read from its bytes: the spans by a scanner, everything around them and the other signals by the rules. */
import { decodeObject, OtlpError } from '../otlp/index.ts';
import { quoteLongIntegers } from '../otlp/decode.ts';
import type { Resource, Scope } from '../otlp/telemetry.ts';
import { ofError, type Collection } from './collect.ts';
import { CLOSE_LIST, CLOSE_OBJECT, COMMA, JsonCursor, OPEN_LIST, OPEN_OBJECT } from './json-cursor.ts';
import { readOtlp } from './otlp.ts';
import type { OnProgress, Place } from './result.ts';
import { SpanScanner } from './scan-spans.ts';

/** Spans of one list; more are for the rules to refuse. */
const MOST_SPANS = 500_000;
/** Spans between two reports of progress. */
const SPANS_A_REPORT = 5_000;

/** The members of an object that are left to the rules, as JSON. */
type Rest = string[];

/** Thrown inside this file: the text is not what is read here, and another reader has to look at it. */
class NotPlain extends Error {}

export class Scanner {
  readonly #cursor: JsonCursor;
  readonly #into: Collection;
  readonly #spans: SpanScanner;
  readonly #onProgress: OnProgress | undefined;

  constructor(bytes: Uint8Array, into: Collection, onProgress?: OnProgress) {
    this.#cursor = new JsonCursor(bytes);
    this.#into = into;
    this.#spans = new SpanScanner(this.#cursor, into.spans);
    this.#onProgress = onProgress;
  }

  /**
   * Reads the object of OTLP that begins at a byte, and answers where it ends. -1 for anything else: nothing has been
   * read then, and another reader has to look at it.
   *
   * @param outer where the object stands in the file
   */
  scan(at: number, outer: Place): number {
    const mark = this.#into.mark();
    this.#cursor.at = at;
    try {
      this.#request(outer);
      return this.#cursor.at;
    } catch (error) {
      // `TypeError`: bytes that are no UTF-8. `SyntaxError`: what was left to the rules is no JSON.
      if (!(error instanceof NotPlain || error instanceof TypeError || error instanceof SyntaxError)) throw error;
      this.#into.cut(mark);
      return -1;
    }
  }

  #request(outer: Place): void {
    const others: Rest = [];
    let seen = false;
    this.#object((name, from) => {
      if (name === 'resourceSpans' && !seen) {
        seen = true;
        this.#list((index) => this.#envelope(index, outer));
      } else if (name === 'resourceMetrics' || name === 'resourceLogs') this.#keep(others, from);
      else throw new NotPlain();
    });
    if (!seen && others.length === 0) throw new NotPlain();
    if (others.length > 0) readOtlp(parsed(others), this.#into, outer, this.#onProgress);
  }

  /** Spans of one resource: written first, and taken back where the resource or a scope turns out to be bad. */
  #envelope(index: number, outer: Place): void {
    const into = this.#into;
    const mark = into.mark();
    const before = into.spans.count;
    const rest: Rest = [];
    const scopes: { readonly from: number; readonly rest: Rest }[] = [];
    const faults: OtlpError[] = [];
    let count = 0;
    let seen = false;
    this.#object((name, from) => {
      if (name !== 'scopeSpans') {
        this.#keep(rest, from);
        return;
      }
      if (seen) throw new NotPlain();
      seen = true;
      this.#list((at) => {
        const scope = { from: into.spans.count, rest: [] as Rest };
        scopes.push(scope);
        count += this.#scope(scope.rest, `resourceSpans[${index}].scopeSpans[${at}]`, faults);
      });
    });
    // A stand-in for the spans of each scope shows whether resource and scopes are good, and what they are.
    const stubs = scopes.map((scope) => `{${[...scope.rest, STUB].join(',')}}`);
    const envelope = parsed(seen ? [...rest, `"scopeSpans":[${stubs.join(',')}]`] : rest);
    const prefix = outer.path === undefined ? '' : `${outer.path}.`;
    const leaveOut = ({ place, problem }: OtlpError, cost: number): void =>
      into.leaveOut(...ofError(new OtlpError(`${prefix}${place}`, problem), outer), cost);
    try {
      const owners: readonly { readonly resource: Resource; readonly scope: Scope }[] = decodeObject(
        { resourceSpans: [envelope] },
        ['traces'],
      ).telemetry.spans;
      for (const [at, { from }] of scopes.entries()) {
        const owner = owners[at];
        if (owner !== undefined) into.own(owner.resource, owner.scope, from);
      }
      for (const error of faults) leaveOut(error, 1);
    } catch (error) {
      if (!(error instanceof OtlpError)) throw error;
      into.cut(mark);
      const place = error.place.replace('resourceSpans[0]', `resourceSpans[${index}]`);
      leaveOut(new OtlpError(place, error.problem), Math.max(1, count));
    }
    if (into.spans.count - before < SPANS_A_REPORT) this.#report();
  }

  /** Writes the spans of one scope, and answers how many there were, good or bad. */
  #scope(rest: Rest, place: string, faults: OtlpError[]): number {
    const cursor = this.#cursor;
    let count = 0;
    let seen = false;
    this.#object((name, from) => {
      if (name !== 'spans') {
        this.#keep(rest, from);
        return;
      }
      if (seen) throw new NotPlain();
      seen = true;
      this.#list((index) => {
        count += 1;
        if (count > MOST_SPANS) throw new NotPlain();
        if (count % SPANS_A_REPORT === 0) this.#report();
        const start = cursor.at;
        if (this.#spans.scan()) return;
        cursor.at = start;
        this.#byRules(start, `${place}.spans[${index}]`, faults);
      });
    });
    return count;
  }

  /** Reads one span by the rules. */
  #byRules(start: number, place: string, faults: OtlpError[]): void {
    const span = JSON.parse(quoteLongIntegers(this.#slice(start)));
    const { telemetry, rejected } = decodeObject({ resourceSpans: [{ scopeSpans: [{ spans: [span] }] }] }, ['traces']);
    for (const good of telemetry.spans) this.#into.spans.addUnowned(good);
    for (const error of rejected.problems) {
      faults.push(new OtlpError(error.place.replace('resourceSpans[0].scopeSpans[0].spans[0]', place), error.problem));
    }
  }

  /** Calls `read` at the value of each member, with its name and where the member begins. */
  #object(read: (name: string, from: number) => void): void {
    const cursor = this.#cursor;
    this.#take(OPEN_OBJECT);
    if (cursor.take(CLOSE_OBJECT)) return;
    do {
      cursor.peek();
      const from = cursor.at;
      const name = cursor.string() ? cursor.said() : undefined;
      if (name === undefined) throw new NotPlain();
      if (!cursor.colon()) throw new NotPlain();
      read(name, from);
    } while (cursor.take(COMMA));
    this.#take(CLOSE_OBJECT);
  }

  /** Calls `read` at each item, with its number. */
  #list(read: (index: number) => void): void {
    const cursor = this.#cursor;
    this.#take(OPEN_LIST);
    if (cursor.take(CLOSE_LIST)) return;
    let index = 0;
    do {
      cursor.peek();
      read(index);
      index += 1;
    } while (cursor.take(COMMA));
    this.#take(CLOSE_LIST);
  }

  /** Goes past the value of a member, and keeps the member as it is written. */
  #keep(rest: Rest, from: number): void {
    rest.push(this.#slice(from));
  }

  /** Goes past a value; the text from a byte to its end. */
  #slice(from: number): string {
    if (!this.#cursor.skip()) throw new NotPlain();
    return this.#cursor.text(from, this.#cursor.at);
  }

  #take(byte: number): void {
    if (!this.#cursor.take(byte)) throw new NotPlain();
  }

  #report(): void {
    this.#onProgress?.({ stage: 'read', done: this.#cursor.at, total: this.#cursor.bytes.length });
  }
}

const STUB = `"spans":[{"traceId":"${'1'.repeat(32)}","spanId":"${'1'.repeat(16)}","name":"stub","startTimeUnixNano":"1","endTimeUnixNano":"1"}]`;

/** An object of these members. */
function parsed(members: Rest): object {
  return JSON.parse(quoteLongIntegers(`{${members.join(',')}}`));
}
