import { runsOnAfterwards, withstand, type Attack } from './support/attack.ts';
import { openCode } from './support/card.ts';
import { expect, test } from './support/test.ts';

const ATTACKS: readonly Attack[] = [
  { name: 'an empty loop', code: 'for (;;);', ends: 'stop' },
  { name: 'a loop that awaits what is there', code: 'while (true) await Promise.resolve();', ends: 'stop' },
  {
    name: 'microtasks that queue microtasks after main has returned',
    code: 'const again = (): void => queueMicrotask(again);\nagain();',
    ends: 'stop',
  },
  {
    name: 'a thenable that resolves to itself for ever',
    code: 'const bomb: PromiseLike<void> = { then: (resolve: any) => resolve(bomb) } as never;\nawait bomb;',
    ends: 'stop',
  },
  {
    name: 'a thenable that never calls back and burns time instead',
    code: 'await { then() { for (;;); } };',
    ends: 'stop',
  },
  {
    name: 'an endless asynchronous generator',
    code: 'async function* endless() { for (;;) yield 1; }\nfor await (const one of endless()) void one;',
    ends: 'stop',
  },
  {
    name: 'a regular expression that backtracks for ever',
    code: `console.log(/^(a+)+$/.test('a'.repeat(60) + 'b'));`,
    ends: 'stop',
  },
  {
    name: 'recursion without an end',
    code: 'function down(n: number): number {\n  return down(n + 1) + 1;\n}\ndown(0);',
    ends: /^RangeError: Maximum call stack size exceeded\. 0 spans, 0 errors\.$/,
  },
  {
    name: 'timers that set timers without moving the virtual clock',
    code: 'const again = (): void => void setTimeout(again, 0);\nagain();',
    ends: 'stop',
  },
  {
    name: 'an interval that never ends on the virtual clock',
    code: 'setInterval(() => undefined, 60_000);',
    ends: /^Stopped: the program ran past 1 h of virtual time\./,
  },
  {
    name: 'ten thousand intervals on the real clock',
    code: 'for (let n = 0; n < 10_000; n++) setInterval(() => undefined, 0);',
    clock: 'real',
    ends: 'stop',
  },
  {
    name: 'timers that set timers on the real clock',
    code: 'const again = (): void => { setTimeout(again, 0); setTimeout(again, 0); };\nagain();',
    clock: 'real',
    ends: 'stop',
  },
  {
    name: 'a thread that sleeps on shared memory',
    code: `const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
Atomics.wait(new Int32Array(memory.buffer as never), 0, 0);`,
    ends: 'stop',
  },
  {
    name: 'a thrown thing that never finishes turning into text',
    code: 'throw { toString() { for (;;); }, get message() { for (;;); } };',
    ends: 'stop',
  },
  {
    name: 'an error whose stack never finishes',
    code: `Error.prepareStackTrace = () => { for (;;); };
void new Error('boom').stack;`,
    ends: 'stop',
  },
  {
    name: 'a proxy that never finishes listing its keys for the console',
    code: 'console.log(new Proxy({}, { ownKeys() { for (;;); } }));',
    ends: 'stop',
  },
  {
    name: 'channels that pass one value round for ever',
    code: `import { chan, go } from 'csp';
const a = chan<number>();
const b = chan<number>();
go(async () => { for (;;) await b.send((await a.receive()).value ?? 0); });
for (;;) { await a.send(1); await b.receive(); }`,
    ends: 'stop',
  },
  {
    name: 'tasks that start tasks without an end',
    code: `import { go, sleep } from 'csp';
const multiply = async (): Promise<void> => { go(multiply); go(multiply); };
go(multiply);
await sleep(1);`,
    ends: 'stop',
  },
];

for (const attack of ATTACKS) {
  test(`the page withstands ${attack.name}`, async ({ page }) => {
    const card = await withstand(page, attack);
    await runsOnAfterwards(card);
  });
}

test('what was printed before a loop without an end is seen while it goes on', async ({ page }) => {
  const card = await openCode(page, `console.log('before');\nfor (;;);`);
  await card.button('run').click();
  await expect(card.console).toContainText('before');
  await expect(card.status).toHaveText('Running…');
  await card.button('stop').click();
});
