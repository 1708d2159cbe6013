import type { Span, StatusCode } from '../otlp/telemetry.ts';
import { StructureExpectation } from './expect-structure.ts';
import { both, fits, quoted } from './text.ts';
import type { Text } from './text.ts';
import { find, plain, satisfies, satisfiesAll, show, showAll } from './values.ts';
import type { Expected, Plain } from './values.ts';

/** What each span says: attributes, status, events. */
export class ContentExpectation extends StructureExpectation {
  /** Each has the attribute, and with this value if one is given. */
  haveAttribute(key: string, expected?: Expected): this {
    const wanted = expected === undefined ? key : `${key} = ${show(expected)}`;
    return this.each(
      both(`attribute ${wanted}`, `属性 ${wanted}`),
      (span) => satisfies(find(span.attributes, key), expected),
      (span) => {
        const value = find(span.attributes, key);
        return value === undefined ? both(`has no ${key}`, `没有 ${key}`) : valueOf(key, plain(value), expected);
      },
    );
  }

  lackAttribute(key: string): this {
    return this.each(
      both(`no attribute ${key}`, `没有属性 ${key}`),
      (span) => find(span.attributes, key) === undefined,
      () => both(`has ${key}`, `带有 ${key}`),
    );
  }

  /** No two have the same value of this attribute, and none lacks it. */
  haveDistinct(key: string): this {
    const seen = new Set<string>();
    return this.each(
      both(`a value of ${key} that no other has`, `${key} 的值互不相同`),
      (span) => {
        const value = find(span.attributes, key);
        const text = value === undefined ? '' : `=${show(plain(value))}`;
        const fresh = text !== '' && !seen.has(text);
        seen.add(text);
        return fresh;
      },
      (span) => {
        const value = find(span.attributes, key);
        if (value === undefined) return both(`has no ${key}`, `没有 ${key}`);
        const shown = show(plain(value));
        return both(`has ${key} = ${shown}, as another has`, `的 ${key} 是 ${shown}，与另一个相同`);
      },
    );
  }

  /** Each has this status, and with this description if one is given. */
  haveStatus(code: StatusCode, message?: string | RegExp): this {
    const wanted = message === undefined ? code : `${code} ${quoted(message)}`;
    return this.each(
      both(`status ${wanted}`, `状态为 ${wanted}`),
      (span) => span.status.code === code && (message === undefined || fits(message, span.status.message)),
      (span) => {
        const shown = span.status.message === '' ? span.status.code : `${span.status.code} "${span.status.message}"`;
        return both(`has the status ${shown}`, `的状态是 ${shown}`);
      },
    );
  }

  /** The names of each one's events, in order of time, are exactly these; none for no events. */
  haveEvents(...names: readonly (string | RegExp)[]): this {
    const list = names.length === 0 ? '-' : names.map(quoted).join(', ');
    return this.each(
      both(`events in this order: ${list}`, `事件依次为：${list}`),
      (span) => {
        const events = eventsInOrder(span);
        return events.length === names.length && events.every(({ name }, index) => fits(names[index] ?? '', name));
      },
      (span) => {
        const shown = eventsInOrder(span)
          .map(({ name }) => quoted(name))
          .join(', ');
        return shown === '' ? both('has no events', '没有事件') : both(`has the events ${shown}`, `的事件是 ${shown}`);
      },
    );
  }

  /** Each has an event with this name, and with these attributes if some are given. */
  haveEvent(name: string | RegExp, wanted: Readonly<Record<string, Expected>> = {}): this {
    const details = Object.keys(wanted).length === 0 ? '' : ` (${showAll(wanted)})`;
    return this.each(
      both(`an event ${quoted(name)}${details}`, `事件 ${quoted(name)}${details}`),
      (span) => span.events.some((event) => fits(name, event.name) && satisfiesAll(event.attributes, wanted)),
      () => both('has no such event', '没有这样的事件'),
    );
  }

  /** Each meets a condition of your own. */
  satisfy(expected: Text, condition: (span: Span) => boolean): this {
    return this.each(expected, condition, () => both('does not', '不满足'));
  }
}

/** What the value is; a number that was sent as text looks right, so that is said. */
function valueOf(key: string, value: Plain, expected: Expected | undefined): Text {
  const found = both(`has ${key} = ${show(value)}`, `的 ${key} 是 ${show(value)}`);
  const isText = typeof expected === 'number' && value === String(expected);
  return isText ? both(`${found.en}, which is text and no number`, `${found['zh-cn']}，是文本而不是数`) : found;
}

function eventsInOrder(span: Span): Span['events'] {
  return span.events.toSorted((a, b) => {
    if (a.timeUnixNano === b.timeUnixNano) return 0;
    return a.timeUnixNano < b.timeUnixNano ? -1 : 1;
  });
}
