import { expect, test } from 'vitest';
import { lintFile, lintProgram, MAX_ANSWER_LINES } from '../../examples/lint.ts';

const lint = (code: string): readonly string[] => lintFile({ name: 'main.ts', code });

test('a line that does not fit is named with its place', () => {
  expect(lint(`const a = 1;\n// ${'x'.repeat(70)}`)).toEqual([
    'main.ts:2 is 73 characters wide; at most 70 fit. Run "npx oxfmt content/examples".',
  ]);
});

test('an import of one name may be as wide as it is', () => {
  expect(lint(`import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';`)).toEqual([]);
});

test('a sleep of a fraction of a millisecond is refused', () => {
  expect(lint('await sleep(0.5);')).toHaveLength(1);
  expect(lint('await sleep(1_500);')).toEqual([]);
});

test('a name of the conventions must be imported', () => {
  expect(lint(`span.setAttribute('http.route', route);`)).toEqual([
    "main.ts:1 spells out 'http.route'; import ATTR_HTTP_ROUTE instead.",
  ]);
});

test('a name of our own must not stand in a namespace of the conventions', () => {
  expect(lint(`span.setAttribute('http.speed', 3);`)).toHaveLength(1);
  expect(lint(`span.setAttribute('lab.order.count', 3);`)).toEqual([]);
});

test('names in comments and imports are left alone', () => {
  expect(lint(`// span.setAttribute('http.route', route)\nimport { a } from './http.ts';`)).toEqual([]);
});

test('a program that is too long is told where to go', () => {
  expect(lintProgram({ name: 'main.ts', code: 'x;\n'.repeat(61) })).toHaveLength(1);
  expect(lintProgram({ name: 'main.ts', code: 'x;\n'.repeat(60) })).toEqual([]);
  expect(lintProgram({ name: 'main.ts', code: 'x;\n'.repeat(150) }, MAX_ANSWER_LINES)).toEqual([]);
  expect(lintProgram({ name: 'main.ts', code: 'x;\n'.repeat(151) }, MAX_ANSWER_LINES)).toHaveLength(1);
});
