import { expect, type Locator, type Page } from '@playwright/test';
import { encodeShare } from '../../../src/learn/share.ts';
import type { SourceFile } from '../../../src/sandbox/contract.ts';

/** The languages of the site, with the names that design §7 gives to what a reader uses. */
export const NAMES = {
  en: {
    base: '/',
    run: 'Run',
    stop: 'Stop',
    edit: 'Edit',
    reset: 'Reset',
    copy: 'Copy',
    share: 'Share',
    widen: 'Widen',
    trace: 'Trace',
    console: 'Console',
    open: 'Open file',
    program: 'Your program',
  },
  'zh-CN': {
    base: '/zh-cn/',
    run: '运行',
    stop: '停止',
    edit: '编辑',
    reset: '重置',
    copy: '复制',
    share: '分享',
    widen: '展开',
    trace: '追踪',
    console: '控制台',
    open: '打开文件',
    program: '你的程序',
  },
} as const;

export type Language = keyof typeof NAMES;

/** One card on a page, found and used by its names as a reader with a screen reader finds it. */
export class ExampleCard {
  readonly page: Page;
  readonly root: Locator;
  readonly language: Language;
  /** The polite line that says what happened. */
  readonly status: Locator;
  readonly trace: Locator;
  readonly rows: Locator;

  constructor(page: Page, title: string | RegExp, language: Language = 'en') {
    this.page = page;
    this.language = language;
    this.root = page.getByRole('region', { name: title });
    // The receiver's settings have a status of their own, further down.
    this.status = this.root.getByRole('status').first();
    this.trace = this.root.getByRole('treegrid', { name: NAMES[language].trace });
    this.rows = this.trace.getByRole('row');
  }

  button(name: 'run' | 'stop' | 'edit' | 'reset' | 'copy' | 'share' | 'widen'): Locator {
    return this.root.getByRole('button', { name: NAMES[this.language][name], exact: true });
  }

  tab(name: string): Locator {
    return this.root.getByRole('tab', { name });
  }

  get fileInput(): Locator {
    return this.root.getByLabel(NAMES[this.language].open);
  }

  /** The text of a file as it is shown when no editor is open. */
  code(file = 'main.ts'): Locator {
    return this.root.locator(`pre[data-file="${file}"]`);
  }

  /** Where the reader types: Monaco's or the plain one. */
  get editor(): Locator {
    return this.root.getByRole('textbox', { name: /editable example|可编辑的示例/ });
  }

  /** What the program printed. */
  get console(): Locator {
    return this.root.getByRole('log', { name: NAMES[this.language].console });
  }

  async requests(): Promise<Locator> {
    await this.tab('Requests').click();
    return this.root.getByRole('tabpanel', { name: /Requests/ }).getByRole('listitem');
  }

  /** Starts the program and waits for what the status line is to say in the end. */
  async run(end: string | RegExp): Promise<void> {
    await this.button('run').click();
    await expect(this.status).toHaveText(end);
    await expect(this.button('run')).toBeVisible();
  }

  /** Opens the editor and puts a text in place of what is there, by keyboard as a reader would. */
  async write(text: string): Promise<void> {
    await this.button('edit').click();
    await expect(this.editor).toBeFocused();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.insertText(text);
  }
}

/** A share link to these files, as an address on this site. */
export async function shareAddress(
  code: string | readonly SourceFile[],
  language: Language = 'en',
  entry?: string,
): Promise<string> {
  const files = typeof code === 'string' ? [{ name: 'main.ts', code }] : code;
  const fragment = await encodeShare(entry === undefined ? { files } : { files, entry });
  return `${NAMES[language].base}playground/${fragment}`;
}

/** The playground with this code in it, brought by a link: shown, not run. */
export async function openCode(
  page: Page,
  code: string | readonly SourceFile[],
  language: Language = 'en',
): Promise<ExampleCard> {
  const card = new ExampleCard(page, NAMES[language].program, language);
  await page.goto(await shareAddress(code, language));
  await expect(card.status).toHaveText(language === 'en' ? /came with the link/ : /来自链接/);
  return card;
}

/** The playground as it is found. */
export async function openPlayground(page: Page, language: Language = 'en'): Promise<ExampleCard> {
  await page.goto(`${NAMES[language].base}playground/`);
  const card = new ExampleCard(page, NAMES[language].program, language);
  await expect(card.button('run')).toBeEnabled();
  // From here on files can be chosen and dropped.
  await expect(card.fileInput).toBeEnabled();
  return card;
}

/** Puts other code into a playground that is open, without loading the page again. */
export async function changeCode(card: ExampleCard, code: string | readonly SourceFile[]): Promise<void> {
  const address = await shareAddress(code, card.language);
  await card.page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    address.slice(address.indexOf('#')),
  );
  await expect(card.status).toHaveText(/came with the link|来自链接/);
}
