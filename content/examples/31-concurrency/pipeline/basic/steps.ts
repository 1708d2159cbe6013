import type { Tracer } from '@opentelemetry/api';
import { sleep, type Context } from 'csp';
import { inSpan } from 'telemetry';

/** A stage of the pipeline, and how long it takes for a drink. */
export interface Step {
  readonly name: string;
  readonly ms: number;
}

export const steps: readonly Step[] = [
  { name: 'grind', ms: 10 },
  { name: 'brew', ms: 30 },
  { name: 'serve', ms: 5 },
];

/** Does the work of one stage for one drink, in a span. */
export async function work(
  ctx: Context,
  tracer: Tracer,
  step: Step,
  item: number,
): Promise<void> {
  const attributes = {
    'lab.pipeline.name': 'drinks',
    'lab.stage.name': step.name,
    'lab.stage.index': steps.indexOf(step),
    'lab.item.index': item,
  };
  await inSpan(
    ctx,
    tracer,
    `stage ${step.name}`,
    (inner) => sleep(step.ms, inner),
    { attributes },
  );
}
