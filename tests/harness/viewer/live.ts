/** A viewer into which spans arrive in batches, as from a program that runs. */
import { signal } from '@preact/signals';
import '../../../src/styles/tokens.css';
import '../../../src/viewer/viewer.css';
import { decodeJson } from '../../../src/otlp/index.ts';
import { mountRunView, translator, type RunViewModel } from '../../../src/viewer/index.ts';
import { traceText } from './shapes.ts';

declare global {
  /** Feeds `count` spans, `size` a batch, one batch every `everyMs` milliseconds; resolves when all are in. */
  var feedLive: (count: number, size: number, everyMs: number) => Promise<void>;
}

const telemetry = signal(decodeJson('{}').telemetry);
const model: RunViewModel = {
  telemetry,
  console: signal([]),
  exchanges: signal([]),
  label: signal('yours'),
  stale: signal(false),
};
const host = document.querySelector<HTMLElement>('#host');
if (host !== null) mountRunView(host, model, { t: translator('en'), full: true });

globalThis.feedLive = async (count, size, everyMs) => {
  const all = decodeJson(traceText('mixed', count)).telemetry;
  // A span is exported when it ends, so parents come after their children.
  const spans = all.spans.toSorted((a, b) => Number(a.endTimeUnixNano - b.endTimeUnixNano));
  for (let at = 0; at < spans.length; at += size) {
    telemetry.value = { ...all, spans: spans.slice(0, at + size) };
    await new Promise((resolve) => {
      setTimeout(resolve, everyMs);
    });
  }
};
