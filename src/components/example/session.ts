import { parseGolden } from '../../otlp/index.ts';
import type { Span, Telemetry } from '../../otlp/telemetry.ts';
import type { CompiledModule, ConsoleEntry, Exchange, Location, Outcome, RunRequest } from '../../sandbox/contract.ts';
import type { RunHandle } from '../../sandbox/host/sandbox.ts';
import { summary, buildForest } from '../../trace/index.ts';
import { holdsLinked, mountRunView, translator, type RunViewHandle } from '../../viewer/index.ts';
import type { Action, Card } from './card.ts';
import { differenceLine } from './difference.ts';
import type { Drafts } from './drafts.ts';
import type { EditorHandle } from '../../editor/contract.ts';
import type { Exercise, Solution } from './exercise.ts';
import { announceRan } from './exercise-events.ts';
import { linkedFile } from './linked-span.ts';
import { outcomeSentence } from './outcome-words.ts';
import { fetchPackage, UNBUILT, type BuiltProgram, type ExamplePackage } from './package.ts';
import { pageSandbox } from './page-sandbox.ts';
import { ReceiverSettings } from './receiver-settings.ts';
import { RunState } from './run-state.ts';
import { SESSION_WORDS } from './session-words.ts';
import type { Program } from './sharing.ts';
import { SpanLines } from './span-lines.ts';
import './session.css';

/** How long a run may take before the page says that it is running, in ms: a fast run never flashes. */
const SAY_RUNNING_AFTER_MS = 300;
/** How often a busy program's exports are drawn, in ms; the first is drawn at once. */
const DRAW_EVERY_MS = 100;
/** How long what a program prints waits for an export to be drawn with it, in ms. */
const DRAW_CONSOLE_AFTER_MS = 50;
/** The seed of every run: what a reader sees is what was recorded. */
const SEED = 1;

/** One card in use: runs its program, shows the run, opens the editor. Loaded when the reader first needs it. */
export class Session {
  readonly #card: Card;
  readonly #drafts: Drafts;
  readonly #state = new RunState();
  readonly #settings: ReceiverSettings;
  #package: Promise<ExamplePackage> | undefined;
  #handle: RunHandle | undefined;
  /** What is not drawn yet: a program may send and print thousands of things a second, and the page must answer meanwhile. */
  #arrived: Exchange[] = [];
  #printed: ConsoleEntry[] = [];
  /** Whether an export of this run has been drawn. */
  #drawn = false;
  #pause: ReturnType<typeof setTimeout> | undefined;
  /** Lines that the program printed beyond what is kept. */
  #suppressed = 0;
  #mounted = false;
  /** The program whose run is shown. */
  #shown: string;
  /** What was run last. */
  #ran: (Program & { readonly edited: boolean }) | undefined;
  /** The link to a span that brought the reader here, until it is known whether there is such a span. */
  #link: string | undefined;
  #editing: Promise<EditorHandle> | undefined;
  #view: RunViewHandle | undefined;
  #exercise: Promise<Exercise> | undefined;
  /** The span that the reader points at or has selected. */
  #pointed: Span | undefined;
  #pointedLine: Location | undefined;
  readonly #lines = new SpanLines(() => {
    this.#light();
    this.#view?.highlight(this.#pointedLine);
  });

  constructor(card: Card, drafts: Drafts) {
    this.#card = card;
    this.#drafts = drafts;
    this.#settings = new ReceiverSettings(card);
    this.#shown = card.program;
    this.#expectLinked();
    card.onFile = (name) => void this.#onFile(name);
    card.onReplaced = () => this.#onReplaced();
    card.onLine = (location) => this.#onLine(location);
    drafts.onText = (name, text) => void this.#editing?.then((editing) => editing.setValue(name, text));
  }

  /** Fetches what Run will need and makes a worker ready. */
  async warm(): Promise<void> {
    const { kind, programs } = await this.#load();
    if (kind === 'exercise') void this.#beside();
    const program = programs.find(({ name }) => name === this.#card.program);
    await pageSandbox.warm(program ? importsOf(program.modules) : []);
    // The run view fetches this once the program prints; the network may be gone by then.
    await import('../../viewer/console.tsx');
    if (this.#card.edited || !program) await import('./compile.ts');
  }

  async act(action: Action): Promise<void> {
    switch (action) {
      case 'run':
        if (this.#handle) this.#handle.stop();
        else await this.run();
        return;
      case 'edit':
        (await this.#edit()).focus();
        return;
      case 'reset':
        await this.#reset();
        return;
      case 'share':
        await this.#share();
        return;
      case 'solution':
      case 'passed':
        await (await this.#beside()).act(action);
        return;
      case 'copy':
      case 'widen':
        return;
    }
  }

  /** Shows the recorded run in the live viewer, so that it can be explored before anything is run. */
  async explore(): Promise<void> {
    const recorded = await this.#recorded();
    if (this.#mounted || !recorded) return;
    this.#state.showRecorded(recorded);
    this.#mount();
  }

  /** Goes to the span that the address names: in the run that is shown or else in the recorded one. */
  async followLink(): Promise<void> {
    const card = this.#card;
    const file = linkedFile(card, location.hash);
    if (file === undefined) return;
    if (file !== '') card.show(file);
    const recorded = await this.#recorded();
    const shown = this.#mounted && holdsLinked(this.#state.telemetry.value.spans, location.hash);
    if (recorded && !shown) this.#state.showRecorded(recorded);
    this.#mount();
    this.#view?.select(location.hash);
    if (!holdsLinked(this.#state.telemetry.value.spans, location.hash)) {
      card.say(SESSION_WORDS[card.language].noSpan, 'bad');
      return;
    }
    this.#view?.focus('row', 'center');
  }

  /** Runs the program as it stands, or the solution of an exercise: of that, nothing is said in the reader's code. */
  async run(solution?: Solution): Promise<void> {
    const card = this.#card;
    const example = await this.#load();
    const name = card.program;
    card.clearVerdict();
    if (!solution) card.showGrade();
    card.markLine();
    const modules = solution?.modules ?? (await this.#modules(example, name));
    if (!modules) return;
    const recorded = await this.#recorded();
    const clock = this.#settings.clock ?? example.clock;
    const answers = this.#settings.answers ?? example.answers;
    const slow = setTimeout(() => card.say(SESSION_WORDS[card.language].running), SAY_RUNNING_AFTER_MS);
    this.#shown = name;
    this.#drawn = false;
    this.#ran = { files: card.files(), entry: card.entry, edited: card.edited };
    this.#state.begin(solution ? 'solution' : 'yours');
    card.setRunning(true);
    const request: RunRequest = { modules, entry: entryOf(modules), clock, seed: SEED, answers };
    this.#lines.begin(solution ? undefined : request);
    this.#handle = pageSandbox.run(request, {
      console: (entries, suppressed) => this.#onConsole(entries, suppressed),
      exchange: (exchange) => this.#onExchange(exchange),
      ended: (outcome) => {
        clearTimeout(slow);
        const said = this.#onEnd(outcome, clock);
        if (solution) card.say(solution.said(said));
        else this.#after(example, request, outcome, said, recorded);
      },
    });
  }

  /** In the playground a link brings the code, and the span that it names comes with the run of it. */
  #expectLinked(): void {
    const { src } = this.#card;
    this.#link = src === undefined && linkedFile(this.#card, location.hash) === '' ? location.hash : undefined;
  }

  /** The reader points at a span, or at none: its line is lit. */
  #onSpan(span: Span | undefined): void {
    this.#pointed = span;
    if (span) void this.#lines.learn();
    this.#light();
  }

  /** The reader points at a line of the code, or at none: the spans that it started are lit. */
  #onLine(location: Location | undefined): void {
    this.#pointedLine = location;
    if (location) void this.#lines.learn();
    this.#view?.highlight(location);
  }

  #light(): void {
    const at = this.#pointed && this.#lines.of(this.#pointed);
    this.#card.lightLine(at);
    void this.#editing?.then((editor) => editor.light(at));
  }

  /** Another file is shown; where it belongs to another program, so does the trace beside it. */
  async #onFile(name: string): Promise<void> {
    void this.#editing?.then((editor) => editor.open(name));
    const { program } = this.#card;
    if (program === this.#shown || !this.#mounted) return;
    this.#shown = program;
    this.#handle?.stop();
    const recorded = await this.#recorded();
    if (recorded && this.#card.program === program) this.#state.showRecorded(recorded);
  }

  /** Other code is here: the editor belonged to files that are gone, and the link that brought it may name a span. */
  #onReplaced(): void {
    this.#expectLinked();
    if (this.#link !== undefined) this.#view?.select(this.#link);
    this.#handle?.stop();
    this.#settings.stopForwarding();
    void this.#editing?.then((editor) => editor.dispose());
    this.#editing = undefined;
  }

  #onConsole(entries: readonly ConsoleEntry[], suppressed: number): void {
    this.#printed.push(...entries);
    if (suppressed > 0) this.#suppressed = suppressed;
    // Most programs print shortly before they export: both are then drawn in one go.
    this.#pause ??= setTimeout(() => this.#drawArrived(), DRAW_CONSOLE_AFTER_MS);
  }

  #onExchange(exchange: Exchange): void {
    this.#arrived.push(exchange);
    // The first rows of a run wait for nothing.
    if (this.#pause === undefined || !this.#drawn) this.#drawArrived();
  }

  /** Draws what has arrived, and what comes after it a little later and all together. */
  #drawArrived(): void {
    clearTimeout(this.#pause);
    this.#pause = undefined;
    if (this.#arrived.length + this.#printed.length === 0) return;
    if (this.#arrived.length > 0) {
      performance.mark('trace-data');
      this.#drawn = true;
      this.#state.addExchanges(this.#arrived);
    }
    if (this.#printed.length > 0) this.#state.addConsole(this.#printed);
    this.#arrived = [];
    this.#printed = [];
    this.#mount();
    this.#pause = setTimeout(() => this.#drawArrived(), DRAW_EVERY_MS);
  }

  /** A program has ended: all of it is drawn. Returns what is to be said of it. */
  #onEnd(outcome: Outcome, clock: 'virtual' | 'real'): string {
    const card = this.#card;
    const state = this.#state;
    this.#handle = undefined;
    this.#drawArrived();
    // The next run is not this one's turn to wait for.
    clearTimeout(this.#pause);
    this.#pause = undefined;
    card.setRunning(false);
    state.suppressed = this.#suppressed;
    this.#suppressed = 0;
    state.end(outcome.message || undefined, outcome.at, outcome.clockMs);
    this.#mount();
    const telemetry = state.telemetry.value;
    const { spanCount, errorCount } = summary(buildForest(telemetry.spans));
    const lost = this.#link !== undefined && !holdsLinked(telemetry.spans, this.#link);
    this.#link = undefined;
    const said = outcomeSentence(outcome, clock, { spans: spanCount, errors: errorCount }, card.language);
    return lost ? `${said} ${SESSION_WORDS[card.language].noSpan}` : said;
  }

  /** What follows a run of the reader's code; of an exercise the grade is said together with how the run went. */
  #after(
    example: ExamplePackage,
    request: RunRequest,
    outcome: Outcome,
    said: string,
    recorded: Telemetry | undefined,
  ): void {
    const card = this.#card;
    const telemetry = this.#state.telemetry.value;
    const say = (): void => card.say(said, outcome.kind === 'ok' ? 'plain' : 'bad');
    if (outcome.at) this.#reveal(outcome.at, outcome.message);
    if (outcome.tasks.length > 0) {
      void import('./blocked.ts').then(({ showBlocked }) => {
        if (!this.#handle) showBlocked(card, outcome, (place) => this.#reveal(place));
      });
    }
    if (recorded) this.#state.difference.value = differenceLine(recorded, telemetry, card.language);
    void this.#compare(recorded);
    this.#settings.ran(telemetry, card.files());
    if (outcome.kind !== 'refused') announceRan(card.root, { id: card.id });
    if (example.kind !== 'exercise' || outcome.kind === 'stopped' || outcome.kind === 'refused') say();
    else
      this.#beside()
        .then((exercise) => exercise.grade({ request, outcome, telemetry }, example, said))
        .catch(say);
  }

  /** Of an antipattern each run is compared with the other one, of everything else with what was recorded. */
  async #compare(recorded: Telemetry | undefined): Promise<void> {
    const card = this.#card;
    const other = { do: 'dont', dont: 'do' }[card.program];
    const reference = other === undefined ? recorded : await this.#recorded(other);
    this.#state.referenceLabel.value = card.word(other === 'do' ? 'do' : other === 'dont' ? 'dont' : 'recorded');
    this.#state.reference.value = reference;
  }

  /**
   * Compares the shown run with another one, and shows beside it what there is to say about that.
   *
   * @returns the run that is shown, and whether it is the reader's own
   */
  async compareWith(
    reference: Telemetry,
    label: string,
    beside: HTMLElement,
  ): Promise<{ readonly telemetry: Telemetry; readonly mine: boolean }> {
    await this.explore();
    const state = this.#state;
    state.referenceLabel.value = label;
    state.reference.value = reference;
    this.#card.runHost.append(beside);
    const stop = state.reference.subscribe((now) => {
      if (now === reference) return;
      beside.remove();
      queueMicrotask(() => stop());
    });
    this.#view?.open('compare');
    this.#view?.focus('tab');
    return { telemetry: state.telemetry.value, mine: state.label.value === 'yours' };
  }

  /** What stands beside an exercise: its report, its hints, its solution. */
  #beside(): Promise<Exercise> {
    this.#exercise ??= import('./exercise.ts').then(
      ({ Exercise }) =>
        new Exercise({
          card: this.#card,
          state: this.#state,
          lines: this.#lines,
          view: () => this.#view,
          mount: () => this.#mount(),
          isRunning: () => this.#handle !== undefined,
          runSolution: (solution) => this.run(solution),
        }),
    );
    this.#exercise.catch(() => (this.#exercise = undefined));
    return this.#exercise;
  }

  /** The program ready to run, or nothing when it does not compile; then the place is shown. */
  async #modules(example: ExamplePackage, name: string): Promise<readonly CompiledModule[] | undefined> {
    const card = this.#card;
    const built = example.programs.find((program) => program.name === name);
    if (built && !card.edited) {
      void this.#editing?.then((editing) => editing.setErrors([]));
      return built.modules;
    }
    const { compileProgram, CompileError } = await import('./compile.ts');
    try {
      const modules = compileProgram(card.files(), built?.entry ?? card.entry);
      void this.#editing?.then((editing) => editing.setErrors([]));
      return modules;
    } catch (error) {
      if (!(error instanceof CompileError)) throw error;
      const { file, line, column } = error.at;
      const sentence = error.sentence(card.language);
      card.say(SESSION_WORDS[card.language].notCompiled(`${file}:${line}:${column}`, sentence), 'bad');
      this.#reveal(error.at, sentence);
      return undefined;
    }
  }

  #reveal(location: Location, message?: string): void {
    const card = this.#card;
    // Without a message it is the reader who wants to see it.
    const asked = message === undefined;
    if (asked) card.onAsked();
    if (card.active !== location.file) card.show(location.file);
    if (!this.#editing) {
      card.markLine(location.file, location.line);
      if (asked) card.bringIntoSight(location);
      return;
    }
    void this.#editing.then((editing) => {
      if (!asked) editing.setErrors([{ ...location, message }]);
      editing.reveal(location);
      if (asked) card.bringIntoSight(location);
    });
  }

  async #edit(): Promise<EditorHandle> {
    this.#editing ??= import('./editing.ts').then(({ openEditor }) =>
      openEditor(this.#card, {
        onChange: (name, text) => {
          this.#state.stale.value = true;
          void this.#drafts.edited(name, text);
        },
        onRun: () => void this.act('run'),
        onLine: (location) => this.#onLine(location),
      }),
    );
    this.#editing.catch(() => (this.#editing = undefined));
    return this.#editing;
  }

  async #reset(): Promise<void> {
    const card = this.#card;
    this.#handle?.stop();
    await this.#drafts.reset();
    card.markLine();
    card.showGrade();
    card.clearVerdict();
    card.notify('opening');
    const recorded = await this.#recorded();
    if (recorded && this.#mounted) this.#state.showRecorded(recorded);
    card.say(SESSION_WORDS[card.language].reset);
  }

  async #share(): Promise<void> {
    const { share } = await import('./sharing.ts');
    await share(this.#card);
  }

  async #copyLink(span: Span): Promise<boolean> {
    const { copySpanLink } = await import('./span-address.ts');
    const { telemetry, label } = this.#state;
    const card = this.#card;
    const ran = label.value === 'yours' ? this.#ran : undefined;
    return copySpanLink(card, span, {
      telemetry: telemetry.value,
      recorded: await this.#recorded(),
      program: ran ?? { files: card.files(), entry: card.entry },
      edited: ran?.edited ?? false,
    });
  }

  #load(): Promise<ExamplePackage> {
    const { src } = this.#card;
    this.#package ??= src === undefined ? Promise.resolve(UNBUILT) : fetchPackage(src);
    this.#package.catch(() => (this.#package = undefined));
    return this.#package;
  }

  async #recorded(name = this.#card.program): Promise<Telemetry | undefined> {
    const { programs } = await this.#load();
    const golden = programs.find((program: BuiltProgram) => program.name === name)?.golden;
    return golden && parseGolden(golden);
  }

  /** The live viewer takes the place of the recorded table. */
  #mount(): void {
    if (this.#mounted) return;
    this.#mounted = true;
    const { runHost, root, language } = this.#card;
    for (const recorded of root.querySelectorAll<HTMLElement>('.tp-ex-recorded, .tp-ex-empty')) recorded.hidden = true;
    runHost.hidden = false;
    const view = document.createElement('div');
    runHost.append(view, this.#settings.element);
    this.#view = mountRunView(view, this.#state, {
      t: translator(language),
      onLocation: (location) => this.#reveal(location),
      lineOf: (span) => this.#lines.of(span),
      onSpanHover: (span) => this.#onSpan(span),
      onLink: (span) => this.#copyLink(span),
      initial: this.#link,
    });
  }
}

function importsOf(modules: readonly CompiledModule[]): readonly string[] {
  return modules.flatMap(({ imports }) => imports.map(({ specifier }) => specifier));
}

/** Modules stand in order of dependency: the last is the one to start with. */
function entryOf(modules: readonly CompiledModule[]): string {
  return modules.at(-1)?.name ?? 'main.ts';
}
