/**
 * OTLP protobuf in a file. The three signals look alike from outside (resources, in them scopes, in them items), so the
 * first item tells which it is.
 */
import { OtlpError } from '../otlp/index.ts';
import { decodeProtobuf } from '../otlp/protobuf.ts';
import type { Signal } from '../otlp/telemetry.ts';
import type { Collection } from './collect.ts';
import { ofError } from './collect.ts';
import { Refusal } from './result.ts';
import type { OnProgress } from './result.ts';

const VARINT = 0;
const FIXED64 = 1;
const LENGTH_DELIMITED = 2;

/**
 * Reads one message, or a sequence of messages of which each follows its length as four bytes, most significant first,
 * as the Collector's file exporter writes them. Throws `Refusal` when nothing can be read.
 */
export function readProtobuf(bytes: Uint8Array, into: Collection, onProgress?: OnProgress): void {
  const frames = framesOf(bytes);
  if (frames === undefined) {
    if (bytes[0] !== 0x0a) throw new Refusal({ key: 'binary' }, { byte: 0 });
    readMessage(bytes, 0, into);
    return;
  }
  for (const { start, end } of frames) {
    readMessage(bytes.subarray(start, end), start, into);
    onProgress?.({ stage: 'read', done: end, total: bytes.length });
  }
}

function readMessage(bytes: Uint8Array, start: number, into: Collection): void {
  try {
    const { telemetry, rejected } = decodeProtobuf(signalOf(bytes), bytes);
    into.add(telemetry);
    for (const problem of rejected.problems) into.leaveOut(...ofError(problem, {}), 0);
    into.countOnly(rejected.count);
  } catch (error) {
    if (!(error instanceof OtlpError)) throw error;
    const [reason, place] = ofError(error, {});
    into.leaveOut(reason, place.byte === undefined ? place : { byte: start + place.byte });
  }
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The messages of a file in which each is preceded by its length; undefined for a file that is one message. */
function framesOf(bytes: Uint8Array): readonly Stretch[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const frames: Stretch[] = [];
  let at = 0;
  while (at + 4 < bytes.length) {
    const start = at + 4;
    const end = start + view.getUint32(at);
    if (bytes[start] !== 0x0a || end > bytes.length) return undefined;
    frames.push({ start, end });
    at = end;
  }
  return at === bytes.length ? frames : undefined;
}

/** The signal of a message: a span has its start as field 7, a log record its time as field 1 or 11, both of 64 bits. */
export function signalOf(bytes: Uint8Array): Signal {
  const file = { start: 0, end: bytes.length };
  for (const resource of fieldsOf(bytes, file, 1)) {
    for (const scope of fieldsOf(bytes, resource, 2)) {
      for (const item of fieldsOf(bytes, scope, 2)) {
        for (const [field, wireType] of tagsOf(bytes, item)) {
          if (wireType !== FIXED64) continue;
          if (field === 7 || field === 8) return 'traces';
          if (field === 1 || field === 11) return 'logs';
        }
        return 'metrics';
      }
    }
  }
  return 'traces';
}

function* fieldsOf(bytes: Uint8Array, within: Stretch, wanted: number): Generator<Stretch> {
  for (const [field, wireType, value] of tagsOf(bytes, within)) {
    if (field === wanted && wireType === LENGTH_DELIMITED) yield value;
  }
}

/** Field numbers, wire types and values of a message, up to the first byte that is no protobuf. */
function* tagsOf(bytes: Uint8Array, { start, end }: Stretch): Generator<readonly [number, number, Stretch]> {
  let at = start;
  function varint(): number {
    let value = 0;
    for (let shift = 0; at < end; shift += 7) {
      const byte = bytes[at] ?? 0;
      at += 1;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    return Number.POSITIVE_INFINITY;
  }
  while (at < end) {
    const tag = varint();
    const wireType = tag % 8;
    let valueStart = at;
    if (wireType === LENGTH_DELIMITED) {
      const length = varint();
      valueStart = at;
      at += length;
    } else if (wireType === FIXED64) at += 8;
    else if (wireType === VARINT) varint();
    else if (wireType === 5) at += 4;
    else return;
    if (at > end) return;
    yield [Math.floor(tag / 8), wireType, { start: valueStart, end: at }];
  }
}
