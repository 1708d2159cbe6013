import type { Span } from '../../otlp/telemetry.ts';
import { build, buildButton } from '../build-element.ts';
import { GRADE_WORDS } from './grade-words.ts';
import type { NamedSpan, Report, ReportLine } from './report.ts';
import type { Language } from './strings.ts';

/** What a reader can do with a report. */
export interface ReportActions {
  /** Goes to a span of the run that the report is about. */
  readonly goTo: (span: Span) => void;
  /** Shows what the solution emitted beside what this run did; undefined where there is nothing to compare. */
  readonly compare: (() => void) | undefined;
  /** In a report about hidden inputs: shows their run. */
  readonly showRun: (() => void) | undefined;
}

/** What the page keeps to itself until a reader who failed by it asks. */
export interface HiddenInputs {
  readonly names: readonly string[];
  /** The file that took the place of `inputs.ts`. */
  readonly code: string;
}

/** A report as elements. Nothing of it speaks up by itself: the status line has said how it went. */
export function reportElements(
  report: Report,
  hidden: HiddenInputs | undefined,
  actions: ReportActions,
  language: Language,
): readonly Node[] {
  const words = GRADE_WORDS[language];
  const list = build('ol', '');
  list.ariaLabel = words.checks;
  const firstFailed = report.lines.findIndex(({ ok }) => !ok);
  list.append(...report.lines.map((line, index) => item(line, index === firstFailed, actions, language)));
  const doable = [
    ...(actions.compare ? [buildButton(words.compare, actions.compare)] : []),
    ...(actions.showRun ? [buildButton(words.showRun, actions.showRun)] : []),
  ];
  return [
    ...(hidden ? [inputs(hidden, language)] : []),
    list,
    ...(doable.length > 0 ? [build('p', 'tp-grade-do', ...doable)] : []),
  ];
}

function item(line: ReportLine, isFirst: boolean, actions: ReportActions, language: Language): HTMLElement {
  const words = GRADE_WORDS[language];
  const { ok, title, failure } = line;
  const sign = build('span', ok ? 'tp-good' : 'tp-bad', `${ok ? '✓' : '✕'} ${ok ? words.passed : words.failed}`);
  const element = build('li', '', sign, ' ', build('span', '', title));
  element.dataset['ok'] = String(ok);
  if (!failure) return element;
  const facts = build(
    'dl',
    '',
    build('dt', '', words.expected),
    build('dd', '', failure.expected),
    build('dt', '', words.found),
    build('dd', '', failure.found),
  );
  if (failure.spans.length > 0) {
    facts.append(build('dt', '', words.spans), build('dd', '', ...spanButtons(failure.spans, actions)));
    if (failure.more > 0) facts.lastElementChild?.append(` ${words.more(failure.more)}`);
  }
  const details = build('details', '', build('summary', '', words.why), facts);
  // Only the first failure stands open: one thing at a time.
  details.open = isFirst;
  element.append(details);
  return element;
}

function spanButtons(spans: readonly NamedSpan[], { goTo }: ReportActions): readonly (Node | string)[] {
  return spans.flatMap(({ span, label }) => [buildButton(label, () => goTo(span), 'tp-to-span'), ' ']);
}

function inputs({ names, code }: HiddenInputs, language: Language): HTMLElement {
  const words = GRADE_WORDS[language];
  const pre = build('pre', '', code.trimEnd());
  pre.tabIndex = 0;
  return build(
    'div',
    'tp-grade-inputs',
    build('p', '', words.hidden(names)),
    build('details', '', build('summary', '', words.inputs), pre),
  );
}
