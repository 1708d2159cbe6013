/**
 * The scripts that a worker starts with. Splitting them by signal keeps a trace-only example small; every module that
 * an example may import belongs to exactly one chunk.
 */

/** Names of chunks, in the order in which they must be loaded. */
export const CHUNK_NAMES = [
  'boot',
  'trace',
  'guide',
  'metrics',
  'logs',
  'proto',
  'threads',
  'checks',
  'network',
  'hono',
  'conventions',
  'incubating',
] as const;

export type ChunkName = (typeof CHUNK_NAMES)[number];

export interface ChunkDefinition {
  /** What the chunk registers: name → module that is bundled. Names with `internal:` are hidden from the reader. */
  readonly modules: Readonly<Record<string, string>>;
  /** Part of every run. */
  readonly base: boolean;
  /** OpenTelemetry's own code: its clock, timers and randomness are the run's (see `worker/sdk-clock.ts`). */
  readonly sdk: boolean;
}

/** A module that stands in the registry under its own name. */
function own(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, name]));
}

export const CHUNKS: Readonly<Record<ChunkName, ChunkDefinition>> = {
  boot: { modules: {}, base: true, sdk: false },
  trace: {
    modules: own(
      '@opentelemetry/api',
      '@opentelemetry/core',
      '@opentelemetry/resources',
      '@opentelemetry/sdk-trace-base',
      '@opentelemetry/sdk-trace-web',
      '@opentelemetry/exporter-trace-otlp-http',
    ),
    base: true,
    sdk: true,
  },
  guide: {
    modules: {
      csp: '/src/csp/index.ts',
      'internal:tasks': '/src/csp/tasks.ts',
      telemetry: '/src/kit/telemetry.ts',
      'internal:exit': '/src/kit/exit.ts',
      'internal:service': '/src/kit/service.ts',
    },
    base: true,
    sdk: false,
  },
  metrics: {
    modules: {
      ...own('@opentelemetry/sdk-metrics', '@opentelemetry/exporter-metrics-otlp-http'),
      'telemetry/metrics': '/src/kit/metrics.ts',
    },
    base: false,
    sdk: true,
  },
  logs: {
    modules: {
      ...own('@opentelemetry/api-logs', '@opentelemetry/sdk-logs', '@opentelemetry/exporter-logs-otlp-http'),
      'telemetry/logs': '/src/kit/logs.ts',
    },
    base: false,
    sdk: true,
  },
  threads: {
    modules: { threads: '/src/kit/threads.ts', 'internal:threads': '/src/sandbox/worker/threads.ts' },
    base: false,
    sdk: false,
  },
  checks: { modules: { checks: '/src/kit/checks.ts' }, base: false, sdk: false },
  network: { modules: { network: '/src/kit/network.ts' }, base: false, sdk: false },
  hono: { modules: own('hono', 'hono/route'), base: false, sdk: false },
  proto: { modules: own('@opentelemetry/exporter-trace-otlp-proto'), base: false, sdk: true },
  conventions: { modules: own('@opentelemetry/semantic-conventions'), base: false, sdk: false },
  incubating: { modules: own('@opentelemetry/semantic-conventions/incubating'), base: false, sdk: false },
};

/** What an example may import, and where each module comes from: a package, or a source of ours from the root. */
export const MODULE_SOURCES: Readonly<Record<string, string>> = Object.fromEntries(
  CHUNK_NAMES.flatMap((chunk) => Object.entries(CHUNKS[chunk].modules)).filter(
    ([name]) => !name.startsWith('internal:'),
  ),
);

/** Every name that an example may import, sorted. */
export const IMPORTABLE: readonly string[] = Object.keys(MODULE_SOURCES).toSorted();

/** The chunks that a program with these imports needs, in order of loading. */
export function chunksFor(imports: Iterable<string>): ChunkName[] {
  const wanted = new Set(imports);
  return CHUNK_NAMES.filter((chunk) => {
    const { base, modules } = CHUNKS[chunk];
    return base || Object.keys(modules).some((name) => wanted.has(name));
  });
}
