import { ATTR_ERROR_TYPE } from '@opentelemetry/semantic-conventions';
import { background, type Context } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
import { loggerFor, SeverityNumber } from 'telemetry/logs';
import { meterFor } from 'telemetry/metrics';
import { grind } from './grinder.ts';
import { orders } from './inputs.ts';

const tracer = tracerFor('coffee-bar');
const logger = loggerFor('coffee-bar');
const duration = meterFor('coffee-bar').createHistogram(
  'lab.order.duration',
  { unit: 's' },
);

async function serve(shift: Context, beans: number): Promise<void> {
  const began = performance.now();
  let type: string | undefined;
  await inSpan(shift, tracer, 'serve order', async (ctx) => {
    try {
      await grind(beans);
    } catch (error) {
      const body = 'no drink';
      const severityNumber = SeverityNumber.ERROR;
      type = (error as Error).name;
      logger.emit({ body, severityNumber, context: ctx });
      throw error;
    } finally {
      const seconds = (performance.now() - began) / 1000;
      const attributes = type ? { [ATTR_ERROR_TYPE]: type } : {};
      duration.record(seconds, attributes, ctx);
    }
  }).catch(() => {}); // the guest goes, the shift goes on
}

await inSpan(background(), tracer, 'morning shift', async (shift) => {
  for (const { beans } of orders) await serve(shift, beans);
});
