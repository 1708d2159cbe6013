import { meterFor } from 'telemetry/metrics';

const meter = meterFor('coffee-bar');

export const requests = meter.createCounter(
  'lab.rate_limit.requests',
  { description: 'What the limiter decided', unit: '{request}' },
);

export const waiting = meter.createHistogram(
  'lab.rate_limit.wait.duration',
  {
    description: 'How long a request waited for its token',
    unit: 's',
    advice: { explicitBucketBoundaries: [0, 0.1, 0.25, 0.5, 1] },
  },
);
