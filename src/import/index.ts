/** Reading trace files, and handing what was read from a worker to a page. Pure. */
export { Arrivals, deliver } from './delivery.ts';
export type { Delivery } from './delivery.ts';
export { MAX_FILE_BYTES } from './bytes.ts';
export { buffersOf } from './pack.ts';
export type { PackedSpans } from './pack.ts';
export { readTraceFile } from './read.ts';
export { MOST_PROBLEMS } from './result.ts';
export type { LeftOut, OnProgress, Place, Problem, Progress, Reason, TraceFile } from './result.ts';
export { plainSpan, unpackSpans } from './unpack.ts';
export { packSpans } from './writer.ts';
