import { openCode } from './support/card.ts';
import { expect, test } from './support/test.ts';
import { runsOnAfterwards } from './support/attack.ts';

/** Ways out of the sandbox, by where they lead. Each is an expression that must fail. */
const WAYS: Readonly<Record<string, (outside: string, site: string) => Readonly<Record<string, string>>>> = {
  'the storage of the site': () => ({
    indexedDB: `indexedDB.open('traced-patterns')`,
    'indexedDB of the prototype': `IDBFactory.prototype.open.call(indexedDB, 'traced-patterns')`,
    caches: `await caches.open('x')`,
    localStorage: `localStorage.setItem('x', '1')`,
    sessionStorage: 'sessionStorage.length',
    cookies: 'document.cookie',
    cookieStore: `await cookieStore.get('x')`,
    'the file system': 'await navigator.storage.getDirectory()',
    locks: `await navigator.locks.request('x', () => undefined)`,
    'a channel to other tabs': `new BroadcastChannel('traced-patterns-edits').postMessage({})`,
  }),
  'the document of the site': () => ({
    window: 'window.document',
    document: 'document.body',
    parent: 'parent.document',
    top: 'top.location',
    opener: 'opener.document',
    frames: 'frames[0]',
    'the constructor of functions': `new Function('return this')().document`,
    eval: `eval('this')`,
    alert: 'alert(1)',
    'the bridge left behind': 'if (globalThis.__tp === undefined) throw new Error("gone")',
  }),
  'the network': (outside, site) => ({
    fetch: `await fetch('${outside}/fetch')`,
    'fetch to the site': `await fetch('${site}/robots.txt')`,
    'fetch without cors': `await fetch('${outside}/no-cors', { mode: 'no-cors', credentials: 'include', keepalive: true })`,
    'fetch of the prototype': `delete globalThis.fetch; await WorkerGlobalScope.prototype.fetch.call(globalThis, '${outside}/native')`,
    'fetch once more, after its own was deleted': `await globalThis.fetch('${outside}/native2')`,
    'a Request that was made before': `await fetch(new Request('${outside}/request', { method: 'POST', body: 'x' }))`,
    XMLHttpRequest: `new XMLHttpRequest().open('GET', '${outside}/xhr', false)`,
    WebSocket: `new WebSocket('${outside.replace('http', 'ws')}/ws')`,
    EventSource: `new EventSource('${outside}/events')`,
    WebTransport: `new WebTransport('https://127.0.0.1/')`,
    RTCPeerConnection: 'new RTCPeerConnection()',
    sendBeacon: `navigator.sendBeacon('${outside}/beacon', 'x')`,
    importScripts: `importScripts('${outside}/script.js')`,
    'a worker from elsewhere': `new Worker('${outside}/worker.js')`,
    'a worker from a data address': `new Worker('data:text/javascript,fetch("${outside}/data")')`,
    'a worker from a blob': `new Worker(URL.createObjectURL(new Blob(['fetch("${outside}/blob")'])))`,
    SharedWorker: `new SharedWorker('${outside}/shared.js')`,
    'a service worker': `await navigator.serviceWorker.register('${outside}/sw.js')`,
    'import in new code': `await new Function('return import("${outside}/new.js")')()`,
    'a timer with text': `setTimeout('fetch("${outside}/text")', 0)`,
    'a font': `await new FontFace('x', 'url(${outside}/font.woff2)').load()`,
    'an image': `new Image().src = '${outside}/image.png'`,
    'a notification': `new Notification('x', { icon: '${outside}/icon.png' })`,
    'WebAssembly from elsewhere': `const wasm = WorkerGlobalScope.prototype.fetch.call(globalThis, '${outside}/wasm'); wasm.catch(() => 0); await WebAssembly.compileStreaming(wasm)`,
    'WebAssembly from bytes': 'new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))',
  }),
  'another page': (outside) => ({
    open: `open('${outside}/open')`,
    'the location of the worker': `location.assign('${outside}/assign')`,
    'the location of the parent': `parent.location.href = '${outside}/parent'`,
    history: `history.pushState(0, '', '/')`,
    close: 'close()',
  }),
};

for (const [where, ways] of Object.entries(WAYS)) {
  test(`no way leads to ${where}`, async ({ page, outside, requests, baseURL }) => {
    const site = baseURL ?? '';
    const before = outside.arrivals.length;
    const tries = Object.entries(ways(outside.origin, site)).map(
      ([name, code]) =>
        `try { ${code}; console.log(${JSON.stringify(`OPEN: ${name}`)}); } catch (error) { console.log(${JSON.stringify(`shut: ${name}`)}, String(error).slice(0, 200)); }`,
    );
    const card = await openCode(page, `// @ts-nocheck\n${tries.join('\n')}\n`);
    const there = page.url();
    const asked = requests.length;
    await card.run(/^0 spans, 0 errors, finished in /);
    const lines = await card.console.locator('.tv-line').allTextContents();
    expect(lines).toHaveLength(tries.length);
    expect(lines.filter((line) => !line.startsWith('shut: '))).toEqual([]);
    await runsOnAfterwards(card);
    expect(page.url().split('#')[0]).toBe(there.split('#')[0]);
    expect(page.context().pages()).toHaveLength(1);
    // What the page itself fetched meanwhile is its own; nothing was asked of anybody else.
    expect(requests.slice(asked).filter((url) => !url.startsWith(`${site}/`) && !url.startsWith('blob:'))).toEqual([]);
    expect(requests.slice(asked).filter((url) => url.endsWith('/robots.txt'))).toEqual([]);
    expect(outside.arrivals.slice(before)).toEqual([]);
  });
}

test('the server elsewhere would have let the page in', async ({ page, outside }) => {
  await page.goto('/playground/');
  const answer = await page.evaluate(async (url) => (await fetch(url)).status, `${outside.origin}/control`);
  expect(answer).toBe(200);
  expect(outside.arrivals).toContain('GET /control');
});

const IMPORTS: Readonly<Record<string, { readonly code: string; readonly says: RegExp }>> = {
  'an http address': {
    code: `import 'OUTSIDE/x.js';`,
    says: /^main\.ts:1:9 cannot find module 'http:\/\/127\.0\.0\.1:\d+\/x\.js'; an example can import /,
  },
  'a data address': { code: `import 'data:text/javascript,1';`, says: /cannot find module 'data:text\/javascript,1'/ },
  'a blob address': { code: `await import('blob:null/x');`, says: /cannot find module 'blob:null\/x'/ },
  'an address that is computed': {
    code: `await import('OUTSIDE' + '/x.js');`,
    says: /import\(\) needs the name of a module in quotes/,
  },
  'an address behind a comment': {
    code: `await import/* x */(\n// y\n\`OUTSIDE/x.js\`);`,
    says: /import\(\) needs the name|cannot find module/,
  },
  'an internal module of the sandbox': {
    code: `import * as x from 'internal:tasks';\nconsole.log(x);`,
    says: /cannot find module 'internal:tasks'/,
  },
  'a file of the site': { code: `import '/favicon.svg';`, says: /cannot find module '\/favicon\.svg'/ },
};

for (const [what, { code, says }] of Object.entries(IMPORTS)) {
  test(`${what} cannot be imported`, async ({ page, outside }) => {
    const before = outside.arrivals.length;
    const card = await openCode(page, code.replaceAll('OUTSIDE', outside.origin));
    await card.run(says);
    expect(outside.arrivals.slice(before)).toEqual([]);
  });
}
