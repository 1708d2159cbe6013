import type { LeftOut } from '../../import/result.ts';
import type { Span, Telemetry } from '../../otlp/telemetry.ts';
import { buildForest, formatDuration, summary } from '../../trace/index.ts';
import { holdsLinked, mountRunView, spanFragment, translator, type RunViewHandle } from '../../viewer/index.ts';
import { modelOf } from './model.ts';
import { placeText, problemText, reasonText } from './problem-words.ts';
import { FileReading } from './reading.ts';
import { rehearse } from './rehearse.ts';
import { fileNameOf, sameOrigin, searchOf, sourceOf, type Source } from './source.ts';
import type { ReadRequest } from './worker.ts';
import { TRACES_WORDS, type Language } from './words.ts';

/** What is open. */
interface Opened {
  readonly name: string;
  readonly telemetry: Telemetry;
  readonly source: Source;
}

/** The page's one file: opening it, showing it, saving it. */
export class Page {
  readonly #root: HTMLElement;
  readonly #reading = new FileReading();
  readonly language: Language;
  #opened: Opened | undefined;
  #view: RunViewHandle | undefined;
  /** The span that the reader last pointed at or selected. */
  #span: Span | undefined;
  /** Counts openings, so that a slow one never shows its outcome over a later one. */
  #turn = 0;
  #prepared = false;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.language = root.closest('[lang]')?.getAttribute('lang')?.startsWith('zh') ? 'zh-CN' : 'en';
  }

  /** Opens what the page's address names, if it names something. */
  async openAddress(): Promise<void> {
    const source = sourceOf(location.search);
    if (source !== undefined) await this.open(source, location.hash);
    else {
      whenIdle(() => {
        this.#prepare();
        this.#reading.expect();
      });
    }
  }

  /** Gets ready while the reader looks for a file, or the network does. */
  #prepare(): void {
    if (this.#prepared) return;
    this.#prepared = true;
    this.#reading.prepare();
    void rehearse(this.#part('.tp-tr-view'), translator(this.language));
  }

  async openFiles(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (file === undefined) return;
    if (files.length > 1) this.#refuse(TRACES_WORDS[this.language].tooMany);
    else await this.open({ kind: 'file', file });
  }

  async act(action: string): Promise<void> {
    if (action === 'sample') await this.open({ kind: 'sample' });
    else if (action === 'close') this.#clear();
    else if (action === 'save') await this.#save(false);
    else if (action === 'save-trace') await this.#save(true);
  }

  /** Takes the view away. */
  close(): void {
    this.#view?.();
    this.#view = undefined;
  }

  /** @param fragment names the span to go to */
  async open(source: Source, fragment = ''): Promise<void> {
    const words = TRACES_WORDS[this.language];
    const turn = (this.#turn += 1);
    this.#part('.tp-tr-alert').hidden = true;
    if (source.kind === 'sample') {
      const { sampleTelemetry } = await import('./sample.ts');
      performance.mark('trace-data');
      if (turn === this.#turn)
        this.#show({ name: words.sampleName, telemetry: sampleTelemetry(), source }, NOTHING, fragment);
      return;
    }
    const content = await this.#content(source, turn);
    if (content === undefined || turn !== this.#turn) return;
    performance.mark('trace-data');
    this.#say(words.opening(content.name));
    this.#progress(0);
    const reading = await this.#reading.read(content, ({ stage, done, total }) => {
      if (turn !== this.#turn) return;
      this.#progress(total > 0 ? done / total : 0);
      this.#part('.tp-tr-progress').title = words.stages[stage];
    });
    if (turn !== this.#turn || reading.kind === 'stopped') return;
    this.#progress(undefined);
    if (reading.kind === 'read') {
      this.#show({ name: content.name, telemetry: reading.telemetry, source }, reading.leftOut, fragment);
    } else if (reading.kind === 'failed') this.#refuse(words.failed(content.name));
    else {
      const { file, place, reason } = reading.problem;
      this.#refuse(words.refused(file, placeText(place, this.language), reasonText(reason, this.language)));
    }
  }

  /** The bytes of a source, which the worker will read; undefined after a refusal. */
  async #content(source: Exclude<Source, { kind: 'sample' }>, turn: number): Promise<ReadRequest | undefined> {
    const words = TRACES_WORDS[this.language];
    if (source.kind === 'file') return { name: source.file.name, content: source.file };
    if (source.kind === 'text') return { name: words.pasted, content: new Blob([source.text]) };
    const address = sameOrigin(source.src, location.href);
    if (address === undefined) {
      this.#refuse(words.otherOrigin(source.src));
      return undefined;
    }
    this.#say(words.opening(fileNameOf(address)));
    try {
      const answer = fetch(address);
      this.#prepare();
      const response = await answer;
      this.#reading.expect(lengthOf(response));
      if (response.ok) return { name: fileNameOf(address), content: await response.arrayBuffer() };
      if (turn === this.#turn) this.#refuse(words.notFetched(source.src, `HTTP ${response.status}`));
    } catch (error) {
      if (turn === this.#turn) this.#refuse(words.notFetched(source.src, error instanceof Error ? error.message : ''));
    }
    return undefined;
  }

  #show(opened: Opened, leftOut: LeftOut, fragment: string): void {
    this.close();
    this.#opened = opened;
    this.#span = undefined;
    const host = this.#part('.tp-tr-view');
    host.hidden = false;
    this.#part('.tp-tr-empty').hidden = true;
    this.#part('.tp-tr-more').hidden = false;
    this.#view = mountRunView(host, modelOf(opened.telemetry), {
      t: translator(this.language),
      full: true,
      initial: fragment,
      onSpanHover: (span) => {
        this.#span = span ?? this.#span;
      },
      ...(searchOf(opened.source) === '' ? {} : { onLink: copyLink }),
    });
    // The rows first: what is said of 50,000 spans takes a task of its own.
    requestAnimationFrame(() => {
      setTimeout(() => {
        if (this.#opened !== opened) return;
        this.#keepInAddress(opened.source, fragment);
        this.#tell(opened, leftOut, fragment);
      });
    });
  }

  #tell({ name, telemetry, source }: Opened, leftOut: LeftOut, fragment: string): void {
    const words = TRACES_WORDS[this.language];
    const { spanCount, errorCount, traceCount, services, durationNs } = summary(buildForest(telemetry.spans));
    const counts = {
      spans: spanCount,
      errors: errorCount,
      traces: traceCount,
      services: services.length,
      metrics: telemetry.metrics.length,
      logs: telemetry.logs.length,
    };
    const said = words.opened(name, counts, spanCount > 0 ? formatDuration(durationNs) : '');
    const lost = holdsLinked(telemetry.spans, fragment) ? [] : [words.noSpan];
    this.#say(
      [said, ...(source.kind === 'sample' ? [words.sampleHint] : []), ...lost].join(this.language === 'en' ? ' ' : ''),
    );
    this.#part('[data-do=save-trace]').hidden = traceCount < 2;
    const box = this.#part('.tp-tr-left');
    box.hidden = leftOut.count === 0;
    const heading = paragraph(words.leftOut(leftOut.count));
    const list = document.createElement('ul');
    for (const problem of leftOut.problems) {
      const item = document.createElement('li');
      item.textContent = problemText(problem, this.language);
      list.append(item);
    }
    const more = leftOut.count - leftOut.problems.length;
    box.replaceChildren(heading, list, ...(more > 0 ? [paragraph(words.leftOutMore(more))] : []));
  }

  /** What cannot be opened changes nothing: what was open stays. */
  #refuse(text: string): void {
    const words = TRACES_WORDS[this.language];
    const box = this.#part('.tp-tr-alert');
    this.#progress(undefined);
    this.#say('');
    box.replaceChildren(paragraph(text), ...(this.#opened === undefined ? [] : [paragraph(words.stillShown)]));
    box.hidden = false;
  }

  #clear(): void {
    this.#turn += 1;
    this.close();
    this.#opened = undefined;
    this.#part('.tp-tr-view').replaceChildren();
    for (const shown of ['.tp-tr-view', '.tp-tr-more', '.tp-tr-left', '.tp-tr-alert']) this.#part(shown).hidden = true;
    this.#part('.tp-tr-empty').hidden = false;
    this.#say('');
    history.replaceState(undefined, '', location.pathname);
    this.#part('[data-do=sample]').focus();
  }

  async #save(traceOnly: boolean): Promise<void> {
    const opened = this.#opened;
    if (opened === undefined) return;
    const { download, ofTrace, otlpParts } = await import('./save.ts');
    const [first] = opened.telemetry.spans;
    const traceId = this.#span?.traceId ?? first?.traceId ?? '';
    const telemetry = traceOnly ? ofTrace(opened.telemetry, traceId) : opened.telemetry;
    const name = traceOnly ? `trace-${traceId}.json` : savedName(opened);
    download(await otlpParts(telemetry), name);
    this.#say(TRACES_WORDS[this.language].saved(name));
  }

  /** A reload, and a link to a span, bring back what has an address. */
  #keepInAddress(source: Source, fragment: string): void {
    history.replaceState(undefined, '', `${location.pathname}${searchOf(source)}${fragment}`);
  }

  #say(text: string): void {
    this.#part('.tp-tr-status').textContent = text;
  }

  /** @param share 0 to 1; undefined when nothing is being read */
  #progress(share: number | undefined): void {
    const bar = this.#part('.tp-tr-progress');
    bar.hidden = share === undefined;
    if (bar instanceof HTMLProgressElement) bar.value = share ?? 0;
  }

  #part(selector: string): HTMLElement {
    const part = this.#root.querySelector<HTMLElement>(selector);
    if (part === null) throw new Error(`The page has no ${selector}.`);
    return part;
  }
}

const NOTHING: LeftOut = { count: 0, problems: [] };

/** How many bytes are to come; undefined where that is not told, or told of a packed form. */
function lengthOf({ headers }: Response): number | undefined {
  const length = headers.get('content-length');
  return length === null || headers.has('content-encoding') ? undefined : Number(length);
}

function whenIdle(then: () => void): void {
  // Not every browser tells when it has nothing to do.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(then);
  else setTimeout(then, 200);
}

function savedName({ name, source }: Opened): string {
  if (source.kind === 'sample' || source.kind === 'text') return 'trace.json';
  return `${name.replace(/\.(?:gz|json|jsonl|ndjson|pb|bin|proto)\b/gi, '')}.otlp.json`;
}

function paragraph(text: string): HTMLParagraphElement {
  const made = document.createElement('p');
  made.textContent = text;
  return made;
}

/** Puts the link on the clipboard, and in the address in any case, where a reader can take it from. */
async function copyLink(span: Span): Promise<boolean> {
  history.replaceState(undefined, '', `#${spanFragment(span)}`);
  try {
    await navigator.clipboard.writeText(location.href);
  } catch {
    // The address bar has it.
  }
  return true;
}
