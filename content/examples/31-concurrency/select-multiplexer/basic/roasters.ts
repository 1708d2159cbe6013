import { chan, go, sleep, type Context } from 'csp';
import { inSpan, tracerFor } from 'telemetry';

export const tracer = tracerFor('coffee-bar');

/** Asks a roaster. Room for one answer: nobody waits to give it. */
export function ask(ctx: Context, roaster: string, ms: number) {
  const answer = chan<string>(1);
  go(() =>
    inSpan(ctx, tracer, `ask ${roaster}`, async () => {
      await sleep(ms); // there and back
      await answer.send(`${roaster} has beans`);
    }),
  );
  return answer;
}
