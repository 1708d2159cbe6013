/** Rules for the source of examples that no general linter knows. Pure. */
import * as stable from '@opentelemetry/semantic-conventions';
import * as incubating from '@opentelemetry/semantic-conventions/incubating';
import type { SourceFile } from '../../src/sandbox/contract.ts';

/** The widest line that half a screen shows without scrolling. */
export const MAX_LINE = 70;

/** The most lines of the program that a reader starts with; 25 to 40 is what reads well. */
export const MAX_PROGRAM_LINES = 60;

/** The most lines of an answer to an exercise, which a reader writes and does not start with. */
export const MAX_ANSWER_LINES = 150;

/** An import of one name cannot be broken. */
const UNBREAKABLE = /^import (?:type )?\{ \w+ \} from '[^']+';$/;

/** Every name of the semantic conventions, and the constant that stands for it. */
const CONSTANTS: ReadonlyMap<string, string> = new Map(
  [...Object.entries(incubating), ...Object.entries(stable)].flatMap(([constant, value]) =>
    typeof value === 'string' && /^(?:ATTR|METRIC|EVENT)_/.test(constant) ? [[value, constant]] : [],
  ),
);

/** Namespaces of the conventions: the first part of each name. A name of one's own must not begin with one. */
const NAMESPACES: ReadonlySet<string> = new Set([...CONSTANTS.keys()].map((name) => name.split('.')[0] ?? ''));

/** What is wrong with one file, each as a sentence with its place. */
export function lintFile({ name, code }: SourceFile): readonly string[] {
  return code.split('\n').flatMap((line, index) => {
    const at = `${name}:${index + 1}`;
    return [...lintWidth(line, at), ...lintSleeps(line, at), ...lintNames(line, at)];
  });
}

/**
 * Whether a program is short enough.
 *
 * @param most what a reader starts with must be read in one go; an answer to an exercise may be longer
 */
export function lintProgram({ name, code }: SourceFile, most = MAX_PROGRAM_LINES): readonly string[] {
  const lines = code.trimEnd().split('\n').length;
  if (lines <= most) return [];
  return [`${name} has ${lines} lines; it may have at most ${most}. Move set-up into a file of its own.`];
}

function lintWidth(line: string, at: string): readonly string[] {
  if (line.length <= MAX_LINE || UNBREAKABLE.test(line)) return [];
  return [`${at} is ${line.length} characters wide; at most ${MAX_LINE} fit. Run "npx oxfmt content/examples".`];
}

function lintSleeps(line: string, at: string): readonly string[] {
  const fraction = /\b(?:sleep|after|withTimeout|Timer|Ticker)\([^)]*\b\d[\d_]*\.\d/.exec(line);
  return fraction ? [`${at} waits for a fraction of a millisecond; the virtual clock takes whole ones.`] : [];
}

function lintNames(line: string, at: string): readonly string[] {
  const code = line.replace(/\/\/.*$/, '').replace(/\bfrom '[^']*'/, '');
  return [...code.matchAll(/'([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+)'/g)].flatMap(([, literal = '']) => {
    const constant = CONSTANTS.get(literal);
    if (constant !== undefined) return [`${at} spells out '${literal}'; import ${constant} instead.`];
    const namespace = literal.split('.')[0] ?? '';
    if (namespace === 'lab' || !NAMESPACES.has(namespace)) return [];
    return [`${at} uses '${literal}', which the conventions do not have; names of our own begin with 'lab.'.`];
  });
}
