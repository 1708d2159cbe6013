import type { Telemetry } from '../../otlp/telemetry.ts';
import { buildForest, compareShape, comparisonFacts, formatDuration, type ComparisonFact } from '../../trace/index.ts';
import type { Language } from './strings.ts';

/** One line that says how a run differs from the recorded one: the most important fact first, two at most. */
export function differenceLine(recorded: Telemetry, mine: Telemetry, language: Language): string {
  const a = buildForest(recorded.spans);
  const b = buildForest(mine.spans);
  const say = language === 'en' ? english : chinese;
  const facts = comparisonFacts(a, b, compareShape(a, b)).slice(0, 2);
  return facts.map((fact) => say(fact)).join(language === 'en' ? '; ' : '；');
}

function spans(count: number): string {
  return count === 1 ? '1 span' : `${count} spans`;
}

function english(fact: ComparisonFact): string {
  switch (fact.kind) {
    case 'same':
      return 'the same trace as the recorded one';
    case 'added':
      return `${spans(fact.count)} more than recorded, such as ${fact.name}`;
    case 'missing':
      return `${spans(fact.count)} of the recorded run missing, such as ${fact.name}`;
    case 'moved':
      return `${spans(fact.count)} below another parent than recorded, such as ${fact.name}`;
    case 'status':
      return `${fact.name}: status ${fact.to}, recorded ${fact.from}`;
    case 'slower':
      return `${fact.name} took ${formatDuration(fact.deltaNs)} longer`;
    case 'faster':
      return `${fact.name} took ${formatDuration(-fact.deltaNs)} less`;
    case 'total':
      return `${formatDuration(fact.toNs)} in all, recorded ${formatDuration(fact.fromNs)}`;
  }
}

function chinese(fact: ComparisonFact): string {
  switch (fact.kind) {
    case 'same':
      return '与录制的追踪一致';
    case 'added':
      return `比录制的多 ${fact.count} 个 span，例如 ${fact.name}`;
    case 'missing':
      return `比录制的少 ${fact.count} 个 span，例如 ${fact.name}`;
    case 'moved':
      return `有 ${fact.count} 个 span 的父 span 与录制时不同，例如 ${fact.name}`;
    case 'status':
      return `${fact.name} 的状态是 ${fact.to}，录制时是 ${fact.from}`;
    case 'slower':
      return `${fact.name} 多用了 ${formatDuration(fact.deltaNs)}`;
    case 'faster':
      return `${fact.name} 少用了 ${formatDuration(-fact.deltaNs)}`;
    case 'total':
      return `总共 ${formatDuration(fact.toNs)}，录制时 ${formatDuration(fact.fromNs)}`;
  }
}
