/** Assertions on telemetry. Pure: grades exercises in the page, tests examples in Node. */
export { check, Expectation, passed } from './check.ts';
export type { Check, CheckTools, Expect } from './check.ts';
export type { LogExpectation } from './expect-logs.ts';
export type { MetricExpectation } from './expect-metrics.ts';
export type { SpanExpectation } from './expect-spans.ts';
export { Logs } from './logs.ts';
export type { Level } from './logs.ts';
export { Metrics } from './metrics.ts';
export type { InstrumentKind, Series } from './metrics.ts';
export { mutants, survivors } from './mutants.ts';
export type { Mutant, MutantKind, MutationReport } from './mutants.ts';
export type { CheckResult } from './requirement.ts';
export { Spans } from './spans.ts';
export type { Text } from './text.ts';
export type { Expected, Plain } from './values.ts';
