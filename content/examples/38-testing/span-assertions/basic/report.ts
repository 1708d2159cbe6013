import { SpanStatusCode, type Tracer } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  InMemorySpanExporter,
  SimpleSpanProcessor,
  WebTracerProvider,
  type ReadableSpan,
} from '@opentelemetry/sdk-trace-web';
import {
  ATTR_ERROR_TYPE,
  ATTR_SERVICE_NAME,
} from '@opentelemetry/semantic-conventions';
import {
  ATTR_TEST_CASE_NAME,
  ATTR_TEST_CASE_RESULT_STATUS,
} from '@opentelemetry/semantic-conventions/incubating';
import { background, withSpan, type Context } from 'csp';

const url = 'http://localhost:4318/v1/traces';

/** What a test gets. */
export interface Given {
  readonly ctx: Context;
  readonly tracer: Tracer;
  /** What has ended so far, for the test to look at. */
  readonly finished: () => readonly ReadableSpan[];
}

/** Runs a test with a provider of its own, and reports it. */
export async function test(
  name: string,
  body: (given: Given) => Promise<void>,
): Promise<void> {
  const memory = new InMemorySpanExporter();
  const page = new OTLPTraceExporter({ url }); // so that you see them
  const provider = new WebTracerProvider({
    resource: resourceFromAttributes({
      [ATTR_SERVICE_NAME]: 'coffee-bar',
    }),
    spanProcessors: [
      new SimpleSpanProcessor(memory),
      new BatchSpanProcessor(page),
    ],
  });
  const reporter = provider.getTracer('tests');
  const span = reporter.startSpan(`test ${name}`, {}, background());
  span.setAttribute(ATTR_TEST_CASE_NAME, name);
  let status = 'pass';
  try {
    const ctx = withSpan(background(), span);
    const tracer = provider.getTracer('till');
    await body({
      ctx,
      tracer,
      finished: () => memory.getFinishedSpans(),
    });
  } catch (error) {
    status = 'fail';
    const { message } = error as Error;
    span.setStatus({ code: SpanStatusCode.ERROR, message });
    span.setAttribute(ATTR_ERROR_TYPE, 'assertion_failed');
    console.log(`${name}\n${message}`);
  }
  span.setAttribute(ATTR_TEST_CASE_RESULT_STATUS, status);
  span.end();
  await provider.shutdown();
}
