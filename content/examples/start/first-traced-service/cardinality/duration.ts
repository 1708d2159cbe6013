import * as semconv from '@opentelemetry/semantic-conventions';
import { meterFor } from 'telemetry/metrics';

export const duration = meterFor('coffee-bar').createHistogram(
  semconv.METRIC_HTTP_SERVER_REQUEST_DURATION,
  {
    unit: 's',
    advice: {
      explicitBucketBoundaries: [
        0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5,
        5, 7.5, 10,
      ],
    },
  },
);
