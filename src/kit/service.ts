import { defaultResource, resourceFromAttributes, type Resource } from '@opentelemetry/resources';
import { ATTR_SERVICE_NAME } from '@opentelemetry/semantic-conventions';

/** Where the receiver in the page listens: the OTLP/HTTP port of a collector on this machine. */
export const COLLECTOR = 'http://localhost:4318';

/** The resource of a service: its name beside what the SDK says of itself. */
export function serviceResource(service: string): Resource {
  return defaultResource().merge(resourceFromAttributes({ [ATTR_SERVICE_NAME]: service }));
}
