import { fragmentOf } from './support/share.ts';
import { ExampleCard, openPlayground } from './support/card.ts';
import { expect, test } from './support/test.ts';

interface Chosen {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

function file(name: string, text: string | Buffer): Chosen {
  return { name, mimeType: 'text/plain', buffer: typeof text === 'string' ? Buffer.from(text) : text };
}

test('a file from disk becomes the program', async ({ page }) => {
  const card = await openPlayground(page);
  await card.fileInput.setInputFiles(file('my-program.ts', `console.log('from disk');\n`));
  await expect(card.status).toHaveText('Opened my-program.ts.');
  await card.run(/^0 spans, 0 errors, /);
  await expect(card.console).toContainText('from disk');
});

test('several files become tabs, and the program starts with main.ts', async ({ page }) => {
  const card = await openPlayground(page);
  await card.fileInput.setInputFiles([
    file('helper.ts', `export const word = 'help';\n`),
    file('main.ts', `import { word } from './helper.ts';\nconsole.log(word);\n`),
  ]);
  await expect(card.root.locator('.tp-ex-tabs').getByRole('tab')).toHaveText(['main.ts', 'helper.ts']);
  await card.run(/^0 spans, 0 errors, /);
  await expect(card.console).toContainText('help');
});

test('a file dropped on the page is opened', async ({ page }) => {
  const card = await openPlayground(page);
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File([`console.log('dropped');\n`], 'dropped.ts', { type: 'text/plain' }));
    return data;
  });
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await expect(card.status).toHaveText('Opened dropped.ts.');
  await expect(card.code()).toHaveText(`console.log('dropped');\n`);
});

test('a file opened while the editor is open is the one that is edited and run', async ({ page }) => {
  const card = await openPlayground(page);
  await card.write(`console.log('before');\n`);
  await card.fileInput.setInputFiles(file('next.ts', `console.log('after');\n`));
  await expect(card.status).toHaveText('Opened next.ts.');
  await card.run(/^0 spans, 0 errors, /);
  await expect(card.console).toContainText('after');
  await card.button('edit').click();
  await expect(card.root.locator('.tp-ex-editor')).toContainText('after');
});

test('an opened file survives a reload', async ({ page }) => {
  const card = await openPlayground(page);
  await card.fileInput.setInputFiles(file('kept.ts', `console.log('kept');\n`));
  await expect(card.status).toHaveText('Opened kept.ts.');
  await page.reload();
  await expect(card.code()).toHaveText(`console.log('kept');\n`);
});

const REFUSED: Readonly<Record<string, { readonly files: () => readonly Chosen[]; readonly says: RegExp }>> = {
  'a file of 5 MB': {
    files: () => [file('big.ts', Buffer.alloc(5 * 1024 * 1024, 'x'))],
    says: /^big\.ts was not opened: it is larger than 1 MB\.$/,
  },
  'a file that is not text': {
    files: () => [file('picture.ts', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]))],
    says: /^picture\.ts was not opened: it is not text\.$/,
  },
  'a name that is not TypeScript': {
    files: () => [file('notes.txt', 'x')],
    says: /^notes\.txt was not opened: the playground takes TypeScript files whose names are /,
  },
  'a name with markup': {
    files: () => [file('<img src=x>.ts', 'x')],
    says: /^<img src=x>\.ts was not opened: /,
  },
  'several files without main.ts': {
    files: () => [file('a.ts', ''), file('b.ts', '')],
    says: /^Nothing was opened: with several files, one must be main\.ts, where the program starts\.$/,
  },
  'too many files': {
    files: () => Array.from({ length: 17 }, (_, n) => file(n === 0 ? 'main.ts' : `f${n}.ts`, '')),
    says: /^Nothing was opened: the playground takes 16 files at most\.$/,
  },
};

for (const [what, { files, says }] of Object.entries(REFUSED)) {
  test(`${what} is refused in an alert, and what is there stays`, async ({ page }) => {
    const card = await openPlayground(page);
    const before = await card.code().textContent();
    await card.fileInput.setInputFiles([...files()]);
    await expect(card.root.getByRole('alert')).toHaveText(says);
    await expect(card.code()).toHaveText(before ?? '');
    await card.run(/^3 spans, /);
  });
}

test('a refusal is not wiped away by a storage that answers late', async ({ page }) => {
  await page.addInitScript(() => {
    const listen = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      const late = (event: Event): void => {
        setTimeout(() => {
          document.documentElement.dataset['answered'] = '';
          if (typeof listener === 'function') listener.call(this, event);
        }, 1000);
      };
      const isLate = this instanceof IDBOpenDBRequest && type === 'success';
      listen.call(this, type, isLate ? late : listener, options);
    };
  });
  const card = await openPlayground(page);
  await card.fileInput.setInputFiles([file('notes.txt', 'x')]);
  await expect(card.root.getByRole('alert')).toHaveText(/^notes\.txt was not opened/);
  await expect(page.locator('html[data-answered]')).toBeAttached();
  await page.waitForTimeout(300);
  await expect(card.root.getByRole('alert')).toHaveText(/^notes\.txt was not opened/);
  await card.button('reset').click();
  await expect(card.root.getByRole('alert')).toHaveCount(0);
});

const LINKS: Readonly<Record<string, { readonly hash: () => Promise<string> | string; readonly says: RegExp }>> = {
  'a link that is cut off': {
    hash: async () => (await fragmentOf('console.log(1);'.repeat(50))).slice(0, 40),
    says: /^This link is damaged: a part of it is missing or changed; ask for the link again\.$/,
  },
  'a link with a changed letter': {
    hash: async () => {
      const fragment = await fragmentOf('console.log(1);');
      return `${fragment.slice(0, 20)}AAAA${fragment.slice(24)}`;
    },
    says: /^This link is damaged: /,
  },
  'a link that is not even base64': { hash: () => '#code=1.%%%', says: /^This link is damaged: / },
  'a link without a version': { hash: () => '#code=hello', says: /^This link is damaged: / },
  'a link of a later version': {
    hash: () => '#code=99.AAAA',
    says: /^This link was made by a newer version of this guide: reload the page and open the link again\.$/,
  },
  'a link that unpacks to 100 MB': {
    hash: () => fragmentOf(Buffer.alloc(100 * 1024 * 1024, ' ')),
    says: /^This code is too large for a link: 256 kB is the most; open it as a file instead\.$/,
  },
  'a link that holds something else': {
    hash: () => fragmentOf(Buffer.from('{"files":42}')),
    says: /^This link is damaged: /,
  },
  'a link with a name that leads elsewhere': {
    hash: () => fragmentOf(Buffer.from(JSON.stringify({ files: [['../main.ts', '']], entry: '../main.ts' }))),
    says: /^A file in this link has a name that is not allowed: /,
  },
  'a link without the file to start with': {
    hash: () => fragmentOf(Buffer.from(JSON.stringify({ files: [['a.ts', '']], entry: 'main.ts' }))),
    says: /^The file that this link starts with is not in it\.$/,
  },
};

for (const [what, { hash, says }] of Object.entries(LINKS)) {
  test(`${what} is refused in an alert, and the playground works`, async ({ page }) => {
    await page.goto(`/playground/${await hash()}`);
    const card = new ExampleCard(page, 'Your program');
    await expect(card.root.getByRole('alert')).toHaveText(says);
    await card.run(/^3 spans, /);
  });
}
