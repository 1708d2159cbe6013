import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { collectTypes } from '../../../src/editor/collect-types.ts';
import { CHUNKS } from '../../../src/sandbox/build/chunks.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const modules = Object.fromEntries(
  Object.values(CHUNKS)
    .flatMap((chunk) => Object.entries(chunk.modules))
    .filter(([name]) => !name.startsWith('internal:')),
);

const options: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  allowImportingTsExtensions: true,
  verbatimModuleSyntax: true,
  skipLibCheck: true,
  noEmit: true,
  lib: ['lib.esnext.d.ts', 'lib.webworker.d.ts'],
  types: [],
};

/** Libraries and types are parsed once for all programs. */
const parsed = new Map<string, ts.SourceFile>();

let files: Readonly<Record<string, string>> = {};
beforeAll(async () => {
  files = await collectTypes(root, modules);
});

/** What TypeScript says about a program that sees nothing but the collected files. */
function errorsIn(code: string): readonly string[] {
  const entry = 'file:///1/main.ts';
  const host = ts.createCompilerHost(options);
  const libraries = dirname(ts.getDefaultLibFilePath(options));
  const read = (name: string): string | undefined => {
    if (name === entry) return code;
    return files[name] ?? (name.startsWith(libraries) ? readFileSync(name, 'utf8') : undefined);
  };
  const program = ts.createProgram([entry], options, {
    ...host,
    getDefaultLibLocation: () => libraries,
    getCurrentDirectory: () => '',
    fileExists: (name) => name === entry || name in files,
    readFile: read,
    directoryExists: (name) => Object.keys(files).some((file) => file.startsWith(`${name}/`)),
    getDirectories: () => [],
    realpath: (name) => name,
    getSourceFile(name, languageVersion) {
      const known = parsed.get(name);
      if (known !== undefined) return known;
      const text = read(name);
      if (text === undefined) return undefined;
      const source = ts.createSourceFile(name, text, languageVersion);
      if (name !== entry) parsed.set(name, source);
      return source;
    },
  });
  const source = program.getSourceFile(entry);
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
    ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '),
  );
}

describe('the types that the editor gets', { timeout: 60_000 }, () => {
  it('resolve every module that an example can import', () => {
    const code = Object.keys(modules).map(
      (name, index) => `import * as m${index} from ${JSON.stringify(name)};\nm${index};\n`,
    );
    expect(errorsIn(code.join(''))).toEqual([]);
  });

  it('are the real ones: right use passes, wrong use is an error', () => {
    const right = `import { trace, SpanStatusCode } from '@opentelemetry/api';
      import { chan, go } from 'csp';
      const jobs = chan<number>(3);
      go(async () => { await jobs.send(1); });
      trace.getTracer('a').startSpan('b').setStatus({ code: SpanStatusCode.ERROR });`;
    expect(errorsIn(right)).toEqual([]);
    expect(errorsIn(`${right}\nawait jobs.send('no');`)).toEqual([
      "Argument of type 'string' is not assignable to parameter of type 'number'.",
    ]);
    expect(errorsIn(`import { trace } from '@opentelemetry/api';\ntrace.getTracer('a').startSpan(1);`)).toHaveLength(1);
    expect(errorsIn(`import { Nothing } from '@opentelemetry/sdk-trace-web';\nNothing;`)).toHaveLength(1);
  });

  it('know what a Hono application is, and that a network takes one', () => {
    const right = `import { Hono } from 'hono';
      import { routePath } from 'hono/route';
      import { Network } from 'network';
      const app = new Hono<{ Variables: { table: number } }>();
      app.get('/drinks/:id', (c) => c.text(routePath(c) + c.req.param('id') + c.var.table.toFixed()));
      new Network({ latencyMs: 5 }).listen('bar:8080', app.fetch);`;
    expect(errorsIn(right)).toEqual([]);
    expect(errorsIn(right.replace('c.var.table', 'c.var.tabel'))).toHaveLength(1);
    expect(errorsIn(right.replace('app.fetch', 'app'))).toHaveLength(1);
  });

  it('have the default export of the API, and no comments where they outweigh the types', () => {
    expect(errorsIn(`import api from '@opentelemetry/api';\napi.trace.getTracer('a');`)).toEqual([]);
    const conventions = Object.entries(files).filter(([name]) => name.includes('semantic-conventions/dist/'));
    expect(conventions.length).toBeGreaterThan(0);
    for (const [, text] of conventions) expect(text).not.toContain('/**');
  });

  it('say which package has none', async () => {
    await expect(collectTypes(root, { 'es-module-lexer/nothing': 'es-module-lexer/nothing' })).rejects.toThrow(
      'es-module-lexer/nothing: its package.json names no types',
    );
  });
});
