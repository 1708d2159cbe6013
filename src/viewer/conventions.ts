import { CONVENTIONS } from './conventions-list.ts';

/** Where the registry of the semantic conventions describes a group of attributes. */
const REGISTRY = 'https://opentelemetry.io/docs/specs/semconv/registry/attributes/';

/** The page that describes an attribute which is known by exactly this name; undefined for any other. */
export function conventionPage(name: string): string | undefined {
  const dot = name.indexOf('.');
  const group = name.slice(0, Math.max(0, dot));
  if (!Object.hasOwn(CONVENTIONS, group)) return undefined;
  const known = CONVENTIONS[group]?.split(' ').includes(name.slice(dot + 1)) ?? false;
  return known ? `${REGISTRY}${group.replaceAll('_', '-')}/` : undefined;
}
