import { meterFor } from 'telemetry/metrics';

const meter = meterFor('roastery');

export const size = meter.createUpDownCounter(
  'lab.worker_pool.queue.size',
  {
    description: 'Jobs that were submitted and not yet begun',
    unit: '{job}',
  },
);

export const active = meter.createUpDownCounter(
  'lab.worker_pool.active',
  {
    description: 'Workers that have a job',
    unit: '{worker}',
  },
);

export const duration = meter.createHistogram(
  'lab.worker_pool.job.duration',
  {
    description: 'How long a job took, without its wait',
    unit: 's',
    advice: { explicitBucketBoundaries: [15, 30, 45, 60, 120] },
  },
);
