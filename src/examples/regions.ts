/**
 * Which lines of a program and of its Go twin say the same. Nothing is written down for it: two regions match when both
 * sources declare the same name, or contain the same name of a span or attribute, so a match cannot go stale. Pure.
 */
import type { SourceFile } from '../sandbox/contract.ts';

/** Lines of one file, counted from 1, both ends included. */
export interface Lines {
  readonly file: string;
  readonly from: number;
  readonly to: number;
}

/** What stands in both languages. */
export interface Region {
  /** A declared name as the TypeScript spells it, or the name of a span or attribute in double quotes. */
  readonly name: string;
  readonly ts: readonly Lines[];
  readonly go: readonly Lines[];
}

/** Regions that a reader is offered at most: spans and longer pieces of code before lines, lines before attributes. */
const MOST_REGIONS = 12;

/** The names that a program's telemetry holds. */
export interface TelemetryNames {
  readonly spans: readonly string[];
  readonly attributes: readonly string[];
}

/**
 * The regions that a program shares with its Go twin, in the order in which the TypeScript has them.
 */
export function matchRegions(
  ts: readonly SourceFile[],
  go: readonly SourceFile[],
  names: TelemetryNames,
): readonly Region[] {
  const ranked: { readonly rank: number; readonly region: Region }[] = [];
  const goDeclared = declarations(go, GO_DECLARATION);
  for (const [key, { name, lines }] of declarations(ts, TS_DECLARATION)) {
    const twin = goDeclared.get(key)?.lines;
    // A name that is declared twice says nothing about which of the two is meant.
    if (lines.length !== 1 || twin?.length !== 1) continue;
    const long = [...lines, ...twin].some(({ from, to }) => to > from);
    ranked.push({ rank: long ? 0 : 1, region: { name, ts: lines, go: twin } });
  }
  const literals = [
    ...names.spans.map((name) => [name, 0] as const),
    ...names.attributes.map((name) => [name, 2] as const),
  ];
  for (const [name, rank] of new Map(literals.toReversed())) {
    const region = { name: `"${name}"`, ts: quoted(ts, name), go: quoted(go, name) };
    if (region.ts.length > 0 && region.go.length > 0) ranked.push({ rank, region });
  }
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, MOST_REGIONS)
    .map(({ region }) => region)
    .toSorted((a, b) => place(a, ts) - place(b, ts));
}

/** Where a region begins in the TypeScript, as one number. */
function place({ ts: [first] }: Region, files: readonly SourceFile[]): number {
  return first === undefined ? 0 : files.findIndex(({ name }) => name === first.file) * 100_000 + first.from;
}

/** The smallest of the regions that hold a line. */
export function regionAt(
  regions: readonly Region[],
  language: 'ts' | 'go',
  file: string,
  line: number,
): Region | undefined {
  const size = (region: Region): number => {
    const held = region[language].find((lines) => lines.file === file && lines.from <= line && line <= lines.to);
    return held ? held.to - held.from : Infinity;
  };
  const [best] = regions.toSorted((a, b) => size(a) - size(b));
  return best !== undefined && size(best) < Infinity ? best : undefined;
}

/** Functions, classes and types, and values outside of functions. */
const TS_DECLARATION =
  /^(?:export )?(?:\s*(?:async )?function\*? (?<routine>\w+)|(?:class|interface|type|const|let) (?<thing>\w+))/;
/** Functions, methods and types; values also where a Go program has what is global in TypeScript, in `run`. */
const GO_DECLARATION =
  /^(?:func (?:\([^)]*\) )?(?<routine>\w+)|(?:type|var|const) (?<thing>\w+)|\t(?:var (?<local>\w+)|(?<short>\w+)(?:, \w+)? :=))/;

interface Declared {
  readonly name: string;
  readonly lines: Lines[];
}

/** What is declared, by name without regard to its first letter's case: Go writes `Order` where others may see it. */
function declarations(files: readonly SourceFile[], pattern: RegExp): ReadonlyMap<string, Declared> {
  const found = new Map<string, Declared>();
  for (const { name: file, code } of files) {
    const lines = code.split('\n');
    for (const [index, line] of lines.entries()) {
      const name = Object.values(pattern.exec(line)?.groups ?? {}).find((group) => group !== undefined);
      if (name === undefined || name === 'err' || name === 'ctx') continue;
      const key = name.charAt(0).toLowerCase() + name.slice(1);
      const declared = found.get(key) ?? { name, lines: [] };
      declared.lines.push({ file, from: beginOf(lines, index) + 1, to: endOf(lines, index) + 1 });
      found.set(key, declared);
    }
  }
  return found;
}

/** The first line of the comment that stands directly above a declaration, or the declaration itself. */
function beginOf(lines: readonly string[], index: number): number {
  let first = index;
  while (/^\s*(?:\/\/|\/\*|\*)/.test(lines[first - 1] ?? '')) first -= 1;
  return first;
}

/** The line in which every bracket that a declaration opens is closed again. */
function endOf(lines: readonly string[], index: number): number {
  let open = 0;
  for (let at = index; at < lines.length; at += 1) {
    const bare = (lines[at] ?? '')
      .replaceAll(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`/g, '')
      .replace(/\/\/.*$/, '');
    open += (bare.match(/[([{]/g) ?? []).length - (bare.match(/[)\]}]/g) ?? []).length;
    if (open <= 0) return at;
  }
  return index;
}

/** The lines that hold a text between quotes; neighbours as one. */
function quoted(files: readonly SourceFile[], text: string): readonly Lines[] {
  const found: Lines[] = [];
  for (const { name: file, code } of files) {
    for (const [index, line] of code.split('\n').entries()) {
      if (![`'${text}'`, `"${text}"`, `\`${text}\``].some((literal) => line.includes(literal))) continue;
      const last = found.at(-1);
      if (last?.file === file && last.to === index) found[found.length - 1] = { ...last, to: index + 1 };
      else found.push({ file, from: index + 1, to: index + 1 });
    }
  }
  return found;
}
