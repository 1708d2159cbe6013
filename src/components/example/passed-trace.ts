import type { TraceRecord } from '../../learn/progress-record.ts';
import { inflate } from '../../learn/packing.ts';
import { parseGolden } from '../../otlp/index.ts';
import type { Telemetry } from '../../otlp/telemetry.ts';
import type { PassedWanted } from './exercise-events.ts';

/** What is unpacked at most, in bytes: kept telemetry is small, but a file that was imported may say anything. */
const MOST_BYTES = 16_000_000;

/** A run that passed an exercise. */
export interface PassedRun {
  readonly telemetry: Telemetry;
  /** When that was, in milliseconds since 1970. */
  readonly at: number;
}

/** The run with which the exercise of a card was passed; undefined where it was not kept or cannot be read. */
export async function passedRun(root: HTMLElement, id: string): Promise<PassedRun | undefined> {
  const kept = await askForPassed(root, id);
  const telemetry = kept && (await unpack(kept));
  return kept && telemetry && { telemetry, at: kept.at };
}

/** Asks the page around a card; undefined where nothing was kept. */
function askForPassed(root: HTMLElement, id: string): Promise<TraceRecord | undefined> {
  return new Promise((give) => {
    const detail: PassedWanted = { id, give };
    root.dispatchEvent(new CustomEvent('tp-passed-wanted', { bubbles: true, detail }));
  });
}

/** The telemetry of a kept trace; undefined where it cannot be read. */
async function unpack({ packed }: TraceRecord): Promise<Telemetry | undefined> {
  try {
    return parseGolden(JSON.parse(new TextDecoder().decode(await inflate(packed, MOST_BYTES))));
  } catch {
    return undefined;
  }
}
