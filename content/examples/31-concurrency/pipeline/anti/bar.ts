import { sleep } from 'csp';
import { tracerFor } from 'telemetry';

export const tracer = tracerFor('coffee-bar');
export const steps: readonly string[] = ['grind', 'brew', 'serve'];

/** Its name becomes the error.type of the spans that it ends. */
class OutOfWater extends Error {
  override readonly name = 'OutOfWater';
}

/** What a stage does; the second one cannot. */
export async function work(step: string): Promise<void> {
  await sleep(10);
  if (step === 'brew') throw new OutOfWater('the tank is empty');
}
