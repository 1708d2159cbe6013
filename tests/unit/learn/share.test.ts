import { deflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeShare, encodeShare, isShare } from '../../../src/learn/share.ts';
import { ShareError, type ShareProblem } from '../../../src/learn/share-error.ts';

const files = [
  { name: 'main.ts', code: 'import "./a.ts";\nconsole.log("你好, 😀");\n' },
  { name: 'a.ts', code: '' },
];

const link = (payload: unknown): string => {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
  return `#code=1.${deflateRawSync(text).toString('base64url')}`;
};

async function problem(promise: Promise<unknown>): Promise<ShareProblem> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ShareError) return error.problem;
  throw new Error(`This should have been refused with a sentence, not with ${String(error)}`);
}

describe('a share link', () => {
  it('carries files, entry and title there and back', async () => {
    const fragment = await encodeShare({ files, entry: 'a.ts', title: 'My \u202etry' });
    expect(fragment).toMatch(/^#code=1\.[\w-]+$/u);
    expect(isShare(fragment)).toBe(true);
    expect(await decodeShare(fragment)).toEqual({ files, entry: 'a.ts', title: 'My  try' });
    expect(await decodeShare(fragment.slice(1))).toEqual(await decodeShare(fragment));
  });

  it('starts with main.ts where nothing else is said, or with the first file', async () => {
    expect(await decodeShare(await encodeShare({ files: files.toReversed() }))).toMatchObject({ entry: 'main.ts' });
    const [, only] = files;
    expect(await decodeShare(await encodeShare({ files: only === undefined ? [] : [only] }))).toMatchObject({
      entry: 'a.ts',
    });
  });

  it('is short for short code', async () => {
    expect(
      (await encodeShare({ files: [{ name: 'main.ts', code: 'console.log(1);\n'.repeat(50) }] })).length,
    ).toBeLessThan(200);
  });

  it('carries any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (code) => {
        const shared = await decodeShare(await encodeShare({ files: [{ name: 'main.ts', code }] }));
        expect(shared.files).toEqual([{ name: 'main.ts', code }]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('code that no link can carry is refused', () => {
  it('for its size, its names, its number of files, its entry', async () => {
    const main = { name: 'main.ts', code: '' };
    expect(await problem(encodeShare({ files: [{ name: 'main.ts', code: 'x'.repeat(300_000) }] }))).toBe('share.large');
    expect(await problem(encodeShare({ files: [] }))).toBe('share.files');
    expect(await problem(encodeShare({ files: [main], entry: 'b.ts' }))).toBe('share.entry');
    const many = Array.from({ length: 17 }, (_, index) => ({ name: `f${index}.ts`, code: '' }));
    expect(await problem(encodeShare({ files: many }))).toBe('share.files');
    for (const name of [
      '../a.ts',
      'a/b.ts',
      'a.js',
      '.ts',
      'a.ts\n',
      '-a.ts',
      'a.d.ts',
      '__proto__',
      `${'a'.repeat(70)}.ts`,
    ]) {
      expect([name, await problem(encodeShare({ files: [{ name, code: '' }] }))]).toEqual([name, 'share.name']);
    }
    expect(await problem(encodeShare({ files: [main, main] }))).toBe('share.name');
  });
});

describe('a link from a stranger', () => {
  it('that unpacks to a gigabyte is stopped early', async () => {
    const bomb = `#code=1.${deflateRawSync(new Uint8Array(200_000_000)).toString('base64url')}`;
    expect(bomb.length).toBeLessThan(300_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(await problem(decodeShare(bomb))).toBe('share.large');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });

  it.each<[string, string, ShareProblem]>([
    ['no code', '#top', 'share.none'],
    ['nothing', '', 'share.none'],
    ['no version', '#code=abc', 'share.damaged'],
    ['a newer version', '#code=2.abc', 'share.version'],
    ['no payload', '#code=1.', 'share.damaged'],
    ['signs that are no base64url', '#code=1.a+b/c=', 'share.damaged'],
    ['a cut payload', link({ files: [['main.ts', 'x'.repeat(100)]], entry: 'main.ts' }).slice(0, -6), 'share.damaged'],
    ['text that is no JSON', link('let a'), 'share.damaged'],
    [
      'bytes that are no UTF-8',
      `#code=1.${deflateRawSync(Uint8Array.of(0x22, 0xff, 0x22)).toString('base64url')}`,
      'share.damaged',
    ],
    ['null', link('null'), 'share.damaged'],
    ['a list', link('[]'), 'share.damaged'],
    ['files that are none', link({ files: ['main.ts'], entry: 'main.ts' }), 'share.damaged'],
    ['code that is no text', link({ files: [['main.ts', 1]], entry: 'main.ts' }), 'share.damaged'],
    ['a path as a name', link({ files: [['../main.ts', '']], entry: '../main.ts' }), 'share.name'],
    ['markup as a name', link({ files: [['<img>.ts', '']], entry: '<img>.ts' }), 'share.name'],
    ['an entry that is missing', link({ files: [['main.ts', '']], entry: 'b.ts' }), 'share.entry'],
  ])('with %s is refused with a sentence', async (_name, fragment, expected) => {
    expect(await problem(decodeShare(fragment))).toBe(expected);
  });

  it('of any garbage is refused with a sentence', async () => {
    const payloads = fc.oneof(
      fc.base64String().map((text) => text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
      fc.json().map((text) => deflateRawSync(text).toString('base64url')),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(payloads, async (payload) => {
        expect(await problem(decodeShare(`#code=1.${payload}`))).toMatch(/^share\./u);
      }),
      { numRuns: 300 },
    );
  });
});
