import type { Logger } from '@opentelemetry/api-logs';
import type { ReadableLogRecord } from '@opentelemetry/sdk-logs';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-web';
import {
  ATTR_TEST_CASE_NAME,
  ATTR_TEST_CASE_RESULT_STATUS,
} from '@opentelemetry/semantic-conventions/incubating';
import { background, sleep, withSpan, type Context } from 'csp';
import { inSpan } from 'telemetry';
import { SeverityNumber } from 'telemetry/logs';
import { recorder } from './recorder.ts';

export interface Sale {
  readonly name: string;
  /** Spans that record what was thrown; `nobody` has no span. */
  readonly recordedBy: readonly string[];
}

/** What you write. Whether the sale left one exception record. */
export type Matcher = (
  spans: readonly ReadableSpan[],
  records: readonly ReadableLogRecord[],
) => boolean;

/** Lets a sale fail, and reports what the matcher says of it. */
export async function judge(
  sale: Sale,
  match: Matcher,
): Promise<void> {
  const { tracer, logger, spans, records, shutdown } = recorder();
  const test = tracer.startSpan(
    `test ${sale.name}`,
    {},
    background(),
  );
  test.setAttribute(ATTR_TEST_CASE_NAME, sale.name);
  test.setAttribute('lab.records', sale.recordedBy.length);
  const ctx = withSpan(background(), test);
  const error = new Error('no line to the bank');
  const record = (layer: string, ctx: Context): void => {
    for (const each of sale.recordedBy) {
      if (each === layer) emit(logger, ctx, error);
    }
  };

  await inSpan(ctx, tracer, 'sell drink', async (ctx) => {
    await inSpan(ctx, tracer, 'charge card', async (ctx) => {
      const body = 'the terminal is slow';
      const severityNumber = SeverityNumber.WARN;
      logger.emit({ body, severityNumber, context: ctx });
      await sleep(20);
      record('charge card', ctx);
      throw error;
    }).catch(() => {});
    record('sell drink', ctx);
    throw error;
  }).catch(() => {});
  record('nobody', background());

  const status = match(spans(), records()) ? 'pass' : 'fail';
  test.setAttribute(ATTR_TEST_CASE_RESULT_STATUS, status);
  test.end();
  await shutdown();
}

function emit(logger: Logger, ctx: Context, exception: Error): void {
  const severityNumber = SeverityNumber.ERROR;
  const eventName = 'exception';
  logger.emit({ eventName, severityNumber, exception, context: ctx });
}
