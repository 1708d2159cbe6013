import { background } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
import { meterFor } from 'telemetry/metrics';
import { workers } from './inputs.ts';

export const tracer = tracerFor('coffee-bar');

export const duration = meterFor('coffee-bar').createHistogram(
  'lab.worker_pool.job.duration',
  {
    description: 'How long a job took, without its wait',
    unit: 's',
    advice: { explicitBucketBoundaries: [0.01, 0.02, 0.05, 0.1] },
  },
);

await inSpan(background(), tracer, 'open the bar', (_, span) => {
  span.setAttribute('lab.worker_pool.size', workers);
});
