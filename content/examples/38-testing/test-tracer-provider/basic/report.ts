import { SpanStatusCode } from '@opentelemetry/api';
import {
  ATTR_TEST_CASE_NAME,
  ATTR_TEST_CASE_RESULT_STATUS,
} from '@opentelemetry/semantic-conventions/incubating';
import { ATTR_ERROR_TYPE } from '@opentelemetry/semantic-conventions';
import { background } from 'csp';
import { tracerFor } from 'telemetry';

const tracer = tracerFor('tests');

/** Runs a test and reports it: a span that is red if it throws. */
export async function test(
  name: string,
  body: () => Promise<void>,
): Promise<void> {
  const span = tracer.startSpan(`test ${name}`, {}, background());
  span.setAttribute(ATTR_TEST_CASE_NAME, name);
  let status = 'pass';
  try {
    await body();
  } catch (error) {
    status = 'fail';
    const { message } = error as Error;
    span.setStatus({ code: SpanStatusCode.ERROR, message });
    span.setAttribute(ATTR_ERROR_TYPE, 'assertion_failed');
    console.log(`${name}: ${message}`);
  }
  span.setAttribute(ATTR_TEST_CASE_RESULT_STATUS, status);
  span.end();
}

/** Throws unless both are the same. */
export function equal(actual: unknown, expected: unknown): void {
  const [found, wanted] = [actual, expected].map((value) =>
    JSON.stringify(value),
  );
  if (found !== wanted) {
    throw new Error(`expected ${wanted}, found ${found}`);
  }
}
