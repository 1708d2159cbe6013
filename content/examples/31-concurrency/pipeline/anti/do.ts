import { background } from 'csp';
import { inSpan } from 'telemetry';
import { loggerFor, SeverityNumber } from 'telemetry/logs';
import { steps, tracer, work } from './bar.ts';

const logger = loggerFor('coffee-bar');
const eventName = 'exception';
const severityNumber = SeverityNumber.ERROR;

try {
  // inSpan sets status and error.type, and records nothing.
  await inSpan(
    background(),
    tracer,
    'pipeline drinks',
    async (ctx) => {
      try {
        for (const step of steps) {
          await inSpan(ctx, tracer, `stage ${step}`, () =>
            work(step),
          );
        }
      } catch (exception) {
        // Nobody above will do it: this is the place.
        const record = { eventName, severityNumber, exception };
        logger.emit({ ...record, context: ctx });
        throw exception;
      }
    },
  );
} catch (error) {
  console.log(`no drink: ${error}`);
}
