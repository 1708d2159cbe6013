/**
 * `import { tracerFor, inSpan } from "telemetry"`: the set-up that every example would otherwise repeat.
 *
 * What it does is what lesson `otlp-init` does by hand: provider, batch processor, OTLP/HTTP exporter, resource, flush
 * at the end.
 */
import { SpanStatusCode, trace, type Context, type Span, type SpanOptions, type Tracer } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { BatchSpanProcessor, WebTracerProvider } from '@opentelemetry/sdk-trace-web';
import { ATTR_ERROR_TYPE } from '@opentelemetry/semantic-conventions';
import { canceled, isError } from '../csp/index.ts';
import { onExit } from './exit.ts';
import { COLLECTOR, serviceResource } from './service.ts';

const providers = new Map<string, WebTracerProvider>();

/**
 * A tracer of a service. Every service has a provider of its own, with a resource of its own, as every process has.
 *
 * The batch processor is sized so that a burst of spans loses nothing, and is flushed when the program ends.
 *
 * @param service becomes `service.name`.
 * @param scope the instrumentation scope; the service's name if left out.
 */
export function tracerFor(service: string, scope = service): Tracer {
  let provider = providers.get(service);
  if (!provider) {
    const exporter = new OTLPTraceExporter({ url: `${COLLECTOR}/v1/traces` });
    provider = new WebTracerProvider({
      resource: serviceResource(service),
      spanProcessors: [new BatchSpanProcessor(exporter, { maxQueueSize: 65_536, maxExportBatchSize: 4_096 })],
    });
    providers.set(service, provider);
    const started = provider;
    onExit(() => started.forceFlush());
  }
  return provider.getTracer(scope);
}

/**
 * Runs `work` inside a span and ends the span whatever happens.
 *
 * A failure sets status Error and `error.type`, once, and is thrown on. A cancellation that the caller asked for is no
 * error: the span stays Unset and says `lab.outcome` = `cancelled`.
 *
 * @param ctx the parent; `work` gets a context of the same kind that carries the new span.
 */
export async function inSpan<C extends Context, T>(
  ctx: C,
  tracer: Tracer,
  name: string,
  work: (ctx: C, span: Span) => Promise<T> | T,
  options: SpanOptions = {},
): Promise<T> {
  const span = tracer.startSpan(name, options, ctx);
  try {
    // A context keeps its kind in `setValue`: a csp context stays one, with its deadline and cancellation.
    return await work(trace.setSpan(ctx, span) as C, span);
  } catch (error) {
    if (isCancellation(error)) span.setAttribute('lab.outcome', 'cancelled');
    else {
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.message : String(error) });
      span.setAttribute(ATTR_ERROR_TYPE, error instanceof Error ? error.name : '_OTHER');
    }
    throw error;
  } finally {
    span.end();
  }
}

function isCancellation(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return isError(error, canceled) || error.name === 'AbortError';
}
