import type { SourceFile } from '../../src/sandbox/contract.ts';
import { runsOnAfterwards, withstand, type Attack } from './support/attack.ts';
import { expect, test } from './support/test.ts';

/** A program whose threads run `work`. */
function threads(work: string, main: string): readonly SourceFile[] {
  return [
    { name: 'work.ts', code: `export async function work(n: number): Promise<unknown> {\n${work}\n}` },
    { name: 'main.ts', code: `import { thread } from 'threads';\nimport { work } from './work.ts';\n${main}` },
  ];
}

const EIGHT = `const crew = Array.from({ length: 8 }, (_, n) => thread(work, 'crew ' + n));
await Promise.all(crew.map((one) => one.call(1)));`;

const ATTACKS: readonly Omit<Attack, 'clock'>[] = [
  {
    name: 'threads that are started without an end, whatever is thrown',
    code: threads('for (;;);', `for (;;) try { void thread(work, 'x').call(1); } catch { /* again */ }`),
    ends: 'stop',
  },
  {
    name: 'threads that are started until one is refused',
    code: threads('return n;', `for (;;) thread(work, 'x');`),
    ends: /^RangeError: A program can have 8 threads, not more\./,
  },
  {
    name: 'a thread that loops for ever',
    code: threads('for (;;);', `await thread(work, 'x').call(1);`),
    ends: 'stop',
  },
  {
    name: 'a thread that loops on when main has returned',
    code: threads('for (;;);', `void thread(work, 'x').call(1);`),
    ends: 'stop',
  },
  { name: 'eight threads that loop for ever', code: threads('for (;;);', EIGHT), ends: 'stop' },
  {
    name: 'eight threads that print without an end',
    code: threads(`for (;;) console.log('x'.repeat(1_000));`, EIGHT),
    ends: 'stop',
  },
  {
    name: 'eight threads that fetch without an end',
    code: threads(`for (;;) { void fetch('/x').catch(() => 0); if (Math.random() < 0.1) await 0; }`, EIGHT),
    // Whoever notices first: the program's worker, or the frame, where what the page has not read piles up.
    ends: /^RangeError: The threads sent more than 5000 messages in a second\.|^Stopped: the program sent more messages in a second than the page will read\.$/,
  },
  {
    name: 'threads that start threads',
    code: [
      {
        name: 'work.ts',
        code: `import { thread } from 'threads';
export async function work(): Promise<unknown> { return thread(work, 'deeper').call(1); }`,
      },
      {
        name: 'main.ts',
        code: `import { thread } from 'threads';\nimport { work } from './work.ts';\nawait thread(work, 'x').call(1);`,
      },
    ],
    ends: /^Error: A thread cannot start threads\./,
  },
];

for (const attack of ATTACKS) {
  test(`the page withstands ${attack.name}`, async ({ page }) => {
    const card = await withstand(page, { ...attack, clock: 'real' });
    await runsOnAfterwards(card);
  });
}

test('a thread has no way to the network, to storage or to other workers', async ({ page, outside }) => {
  const before = outside.arrivals.length;
  const ways = [
    `await fetch('${outside.origin}/fetch').then((r) => { if (!r.ok) throw new Error('refused'); })`,
    `await WorkerGlobalScope.prototype.fetch.call(globalThis, '${outside.origin}/native')`,
    `importScripts('${outside.origin}/script.js')`,
    `new Worker('${outside.origin}/worker.js')`,
    `new BroadcastChannel('x').postMessage(0)`,
    `indexedDB.open('x')`,
    `await caches.open('x')`,
    `postMessage({ kind: 'returned', n: 1, value: [] })`,
    `new Function('return 1')()`,
  ];
  const tries = ways.map((way) => `try { ${way}; open.push(${JSON.stringify(way)}); } catch { /* shut */ }`);
  const code = threads(
    ['const open: string[] = [];', ...tries, 'return open;'].join('\n'),
    `console.log('open:', JSON.stringify(await thread(work, 'x').call(1)));`,
  );
  const card = await withstand(page, { name: 'escapes', code, clock: 'real', ends: /^0 spans, 0 errors/ });
  await expect(card.console).toContainText('open: []');
  expect(outside.arrivals.slice(before)).toEqual([]);
});
