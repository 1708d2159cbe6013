/** The wire: decode, validate, encode OTLP/HTTP, answer as a receiver, and normalise golden runs. Pure. */
export { answerExport, renderAnswer, signalOf } from './answer.ts';
export type { AnswerRule, ExportAnswer, ExportRequest, HttpAnswer } from './answer.ts';
export { decodeExport, decodeJson, decodeObject, encodingOf, NO_TELEMETRY } from './decode.ts';
export type { Decoded, Rejected } from './decode.ts';
export { encodeJson, encodeValue } from './encode.ts';
export type { Json, JsonObject, OtlpJson } from './encode.ts';
export { OtlpError } from './error.ts';
export { GOLDEN_RESOURCE_KEYS, normalise, parseGolden, stringifyGolden } from './golden.ts';
export type { GoldenRun } from './golden.ts';
export { MAX_BODY_BYTES } from './limits.ts';
