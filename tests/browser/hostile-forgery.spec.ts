import { runsOnAfterwards, withstand, type Attack } from './support/attack.ts';
import { openCode } from './support/card.ts';
import { expect, test } from './support/test.ts';

/** Makes what the worker says of its console something else. */
function forged(report: string): string {
  return `const forged: object | string = ${report};
Object.defineProperty(Object.prototype, 'toJSON', {
  configurable: true,
  value(this: any) { return this.kind === 'console' && 'suppressed' in this && this !== forged ? forged : this; },
});
console.log('forged');
await new Promise(() => undefined);`;
}

const NOT_UNDERSTOOD = /^Stopped: the program sent the page a message that no program should\.$/;
const outcome = (fields: string): string =>
  forged(`{ kind: 'ended', lines: [], outcome: { kind: 'ok', message: '', tasks: [], clockMs: 1, ${fields} } }`);

const ATTACKS: readonly Attack[] = [
  {
    name: 'a message to the page by postMessage',
    code: `const forged = { run: 1, json: JSON.stringify({ kind: 'ended' }) };\n(globalThis as any).postMessage(forged);`,
    ends: /^TypeError: globalThis\.postMessage is not a function\. 0 spans/,
  },
  {
    name: 'postMessage looked for on every prototype',
    code: `let found = 0;
for (let scope: any = globalThis; scope; scope = Object.getPrototypeOf(scope)) {
  for (const name of Object.getOwnPropertyNames(scope)) if (/^(post|onmessage|close$)/.test(name)) found++;
}
throw new Error(\`found \${found}\`);`,
    ends: /^Error: found 0\. /,
  },
  { name: 'garbage in place of every message', code: forged(`'garbage'`), ends: NOT_UNDERSTOOD },
  { name: 'a message of an unknown kind', code: forged(`{ kind: 'take over' }`), ends: NOT_UNDERSTOOD },
  {
    name: 'an end that only the page may declare',
    code: outcome(`kind: 'crashed'`),
    ends: NOT_UNDERSTOOD,
  },
  { name: 'an end at no time', code: outcome('clockMs: -1'), ends: NOT_UNDERSTOOD },
  {
    name: 'an end after more time than there is',
    code: outcome('clockMs: 1e300'),
    ends: /^0 spans, 0 errors, finished in /,
  },
  {
    name: 'a request to no address',
    code: forged(`{ kind: 'request', id: 1, method: 'POST', url: 'no address', headers: [], atMs: 0 }`),
    ends: NOT_UNDERSTOOD,
  },
  {
    name: 'a request to an address that is a script',
    code: `${forged(`{ kind: 'request', id: 1, method: 'POST', url: 'javascript:alert(1)', headers: [], atMs: 0 }`)}`,
    ends: /^Stuck: main awaits a promise that nothing will settle\. /,
  },
  {
    name: 'a console line without an end of nested values',
    code: `let deep: object = { kind: 'opaque', text: '' };
for (let n = 0; n < 5_000; n++) deep = { kind: 'list', name: '', items: [deep], more: 0 };
${forged(`{ kind: 'console', suppressed: 0, entries: [{ level: 'log', atMs: 0, values: [deep] }] }`)}`,
    ends: /^Stopped: |^RangeError: /,
  },
  {
    name: 'a fake command that starts another run',
    code: `dispatchEvent(new MessageEvent('message', { data: { kind: 'run', run: 2, modules: [], entry: 'x' } }));
console.log('went on');`,
    ends: /^0 spans, 0 errors, finished in 0 /,
  },
  {
    name: 'prototypes patched to listen in on the bridge',
    code: `const heard: unknown[] = [];
const tap = (target: any, name: string): void => {
  const original = target[name];
  target[name] = function (...args: unknown[]) {
    if (heard.length < 10_000) heard[heard.length] = [this, args];
    return Reflect.apply(original, this, args);
  };
};
for (const name of ['push', 'slice', 'map', 'join']) tap(Array.prototype, name);
for (const name of ['call', 'bind']) tap(Function.prototype, name);
for (const name of ['get', 'set', 'delete']) tap(Map.prototype, name);
tap(MessagePort.prototype, 'postMessage');
tap(EventTarget.prototype, 'addEventListener');
tap(JSON, 'stringify');
tap(Promise.prototype, 'then');
console.log('listening');
await fetch('http://localhost:4318/v1/traces', { method: 'POST', body: '{}' });
for (const [self, args] of heard as [any, any[]][]) {
  for (const thing of [self, ...args]) {
    if (typeof thing === 'function' && /postMessage/.test(thing.name)) thing({ run: 1, json: 'forged' });
    if (thing instanceof MessagePort) thing.postMessage({ run: 1, json: 'forged' });
  }
}
console.log('heard');`,
    ends: /^0 spans, 0 errors, finished in /,
  },
  {
    name: 'promises that never tell',
    code: 'Promise.prototype.then = function () { return this; } as never;\nawait new Promise(() => undefined);',
    ends: 'stop',
  },
  {
    name: 'arrays that refuse to be written',
    code: `Array.prototype.push = () => { throw new Error('no'); };
Array.prototype[Symbol.iterator] = () => { throw new Error('no'); };
console.log('x');`,
    ends: /^(Stopped: |Stuck: |threw |\w*Error: |\d+ spans?, )/,
  },
  {
    name: 'a fetch and a Date of its own',
    code: `import { tracerFor } from 'telemetry';
globalThis.fetch = async () => new Response('{}');
globalThis.Date = class { static now() { return NaN; } } as never;
performance.now = () => NaN;
Math.random = () => 0;
tracerFor('own').startSpan('own time').end();`,
    ends: /^[01] spans?, 0 errors, finished in |^main returned, but its telemetry was not delivered\./,
  },
  {
    name: 'stacks that are no text',
    code: `Error.prepareStackTrace = () => ({ toString: null });
console.log('one');
throw new Error('boom');`,
    ends: /^Error: boom\. 0 spans/,
  },
  {
    name: 'a stack with a line that no file has',
    code: `const error = new Error('boom');
error.stack = \`at sandbox:///\${'x'.repeat(500)}:1:1 at sandbox:///main.ts:999999999999999999999:1\`;
throw error;`,
    ends: /^Error: boom\. 0 spans/,
  },
  {
    name: 'an error that cannot be read',
    code: `throw new Proxy(new Error('x'), { get() { throw new Error('no'); }, getPrototypeOf() { throw new Error('no'); } });`,
    ends: /^threw a value that cannot be shown\. 0 spans/,
  },
  {
    name: 'an error that holds itself',
    code: `const all = new AggregateError([]);\nall.errors.push(all);\nall.cause = all;\nconsole.log(all);\nthrow all;`,
    ends: /^AggregateError: /,
  },
  {
    name: 'an error with a message of a million letters',
    code: `throw new Error('m'.repeat(1_000_000));`,
    ends: /^Error: m+….* 0 spans/,
  },
  {
    name: 'values that lie about their length and name',
    code: `const long = class {};
Object.defineProperty(long, 'name', { value: 'n'.repeat(100_000) });
console.log(new long());
console.log(new Proxy([], { get: (target, key) => (key === 'length' ? 1e300 : Reflect.get(target, key)) }));
class Lying extends Set { override get size(): number { return -5.5; } }
console.log(new Lying());
console.log({ get trap(): never { throw new Error('read'); } });`,
    ends: /^0 spans, 0 errors, finished in 0 /,
  },
];

for (const attack of ATTACKS) {
  test(`the page withstands ${attack.name}`, async ({ page }) => {
    const card = await withstand(page, attack);
    await runsOnAfterwards(card);
  });
}

test('a forged verdict with markup is shown as text', async ({ page }) => {
  const markup = '<img src=x onerror="document.title=1"><b>bold</b>';
  const card = await openCode(
    page,
    forged(
      `{ kind: 'ended', lines: [], outcome: { kind: 'leak', message: '', clockMs: 1, tasks: [{ name: '${markup}', operation: '${markup}' }] } }`,
    ),
  );
  await card.run(/^Leak: main returned while 1 task still waited\./);
  await expect(card.root.getByRole('list', { name: 'Blocked tasks' })).toContainText(markup);
  await expect(card.root.locator('img, b')).toHaveCount(0);
});
