import { background, chan, errGroup, sleep } from 'csp';
import type { Context } from 'csp';
import { inSpan } from 'telemetry';
import { loggerFor, SeverityNumber } from 'telemetry/logs';
import { grind, orders, serve, stage, tracer } from './steps.ts';
import { OutOfWater } from './steps.ts';

const logger = loggerFor('coffee-bar');

async function brew(ctx: Context): Promise<void> {
  await sleep(15, ctx);
  throw new OutOfWater('the tank is empty');
}

async function pipeline(ctx: Context): Promise<void> {
  const [group, inner] = errGroup(ctx);
  const ground = chan<number>(1);
  const brewed = chan<number>(1);
  const served = chan<number>(5);
  const queue = await orders();
  await group.go(() => stage(inner, 'grind', grind, queue, ground));
  await group.go(() => stage(inner, 'brew', brew, ground, brewed));
  await group.go(() => stage(inner, 'serve', serve, brewed, served));
  await group.wait();
}

try {
  await inSpan(
    background(),
    tracer,
    'pipeline drinks',
    async (ctx) => {
      try {
        await pipeline(ctx);
      } catch (exception) {
        logger.emit({
          eventName: 'exception',
          severityNumber: SeverityNumber.ERROR,
          exception,
          context: ctx,
        });
        throw exception;
      }
    },
    { attributes: { 'lab.pipeline.name': 'drinks' } },
  );
} catch (error) {
  console.log(`no drinks today: ${error}`);
}
