import type { ConsoleEntry, Exchange, Outcome, RunRequest } from '../../src/sandbox/contract.ts';
import { normalise } from '../../src/otlp/index.ts';
import type { GoldenRun } from '../../src/otlp/index.ts';
import type { Telemetry } from '../../src/otlp/telemetry.ts';
import { Sandbox } from '../../src/sandbox/host/sandbox.ts';

/** What one run of the sandbox came to, in a form that can leave the page. */
export interface HarnessRun {
  readonly outcome: Outcome;
  readonly console: readonly ConsoleEntry[];
  readonly exchanges: readonly (Omit<Exchange, 'body' | 'telemetry'> & { readonly bytes: number })[];
  readonly golden: GoldenRun;
}

const sandbox = new Sandbox(document);

function run(request: RunRequest): Promise<HarnessRun> {
  const console: ConsoleEntry[] = [];
  const exchanges: Exchange[] = [];
  return new Promise((resolve) => {
    sandbox.run(request, {
      console: (entries) => console.push(...entries),
      exchange: (exchange) => exchanges.push(exchange),
      ended: (outcome) => {
        const telemetry: Telemetry = {
          spans: exchanges.flatMap((exchange) => exchange.telemetry.spans),
          metrics: exchanges.flatMap((exchange) => exchange.telemetry.metrics),
          logs: exchanges.flatMap((exchange) => exchange.telemetry.logs),
        };
        resolve({
          outcome,
          console,
          exchanges: exchanges.map(({ body, telemetry: _, ...rest }) => ({ ...rest, bytes: body.byteLength })),
          golden: normalise(telemetry),
        });
      },
    });
  });
}

declare global {
  var runInSandbox: typeof run;
}
globalThis.runInSandbox = run;
