import { signal } from '@preact/signals';
import type { Telemetry } from '../../otlp/telemetry.ts';
import type { RunViewModel } from '../../viewer/index.ts';

/** A file's telemetry as a run that nobody ran: nothing was printed, nothing sent, nothing is stale. */
export function modelOf(telemetry: Telemetry): RunViewModel {
  return {
    telemetry: signal(telemetry),
    console: signal([]),
    exchanges: signal([]),
    label: signal('opened'),
    stale: signal(false),
  };
}
