import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Imports against the arrows, and some along them; each stands in a file of its own in a folder with our rules. */
const FORBIDDEN: readonly (readonly [file: string, from: string])[] = [
  ['src/otlp/a.ts', '../trace/index.ts'],
  ['src/trace/a.ts', '../checks/index.ts'],
  ['src/checks/a.ts', '../viewer/index.ts'],
  ['src/checks/deep/a.ts', '../../sandbox/contract.ts'],
  ['src/csp/a.ts', '../otlp/index.ts'],
  ['src/csp/sync/a.ts', '../../kit/telemetry.ts'],
  ['src/kit/a.ts', '../sandbox/messages.ts'],
  ['src/sandbox/host/a.ts', '../../components/example/card.ts'],
  ['src/viewer/a.ts', '../sandbox/host/sandbox.ts'],
  ['src/viewer/a.tsx', '../components/example/card.ts'],
  ['src/editor/a.ts', '../learn/store.ts'],
  ['src/learn/a.ts', '../editor/contract.ts'],
  ['src/components/a.ts', '../routes/robots.txt.ts'],
];
const ALLOWED: readonly (readonly [file: string, from: string])[] = [
  ['src/trace/b.ts', '../otlp/index.ts'],
  ['src/checks/b.ts', '../trace/index.ts'],
  ['src/viewer/b.ts', '../sandbox/contract.ts'],
  ['src/components/example/b.ts', '../../viewer/index.ts'],
  ['src/kit/b.ts', '../csp/index.ts'],
];

let folder = '';
let findings: readonly { readonly code: string; readonly filename: string }[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'directions-'));
  const rules = JSON.parse(readFileSync(`${ROOT}.oxlintrc.json`, 'utf8'));
  writeFileSync(join(folder, '.oxlintrc.json'), JSON.stringify({ ...rules, options: {} }));
  for (const [file, from] of [...FORBIDDEN, ...ALLOWED]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `export { x } from '${from}';\n`);
  }
  const args = [`${ROOT}node_modules/oxlint/bin/oxlint`, '--format', 'json'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  findings = JSON.parse(stdout).diagnostics;
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the rule for directions of imports', () => {
  const found = (file: string): boolean =>
    findings.some(({ code, filename }) => code.includes('no-restricted-imports') && filename.endsWith(file));

  test.each(FORBIDDEN)('%s may not import %s', (file) => expect(found(file)).toBe(true));
  test.each(ALLOWED)('%s may import %s', (file) => expect(found(file)).toBe(false));
});
