/**
 * OTLP in protobuf. The reader makes the same objects that `JSON.parse` makes of OTLP JSON (ids in hexadecimal, 64-bit
 * integers as bigint, bytes as `Uint8Array`), and the one set of rules in `decode.ts` reads those.
 *
 * This module is loaded only when a protobuf body arrives: nothing may import it statically but tests and tools.
 *
 * Wire format: protobuf.dev "Encoding".
 */
import { decodeObject } from './decode.ts';
import type { Decoded } from './decode.ts';
import { OtlpError } from './error.ts';
import { MAX_LIST_LENGTH, MAX_MESSAGE_DEPTH } from './limits.ts';
import { REQUESTS } from './protobuf-schema.ts';
import type { MessageType, Scalar } from './protobuf-schema.ts';
import type { Signal } from './telemetry.ts';

/**
 * Reads the protobuf body of an export request. Throws `OtlpError` naming the byte where the body stops being protobuf;
 * a single bad item is in `rejected`, as with JSON.
 */
export function decodeProtobuf(signal: Signal, body: Uint8Array): Decoded {
  return decodeObject(new Reader(body).message(REQUESTS[signal], body.length, 0), [signal]);
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Strings up to this length are nearly all ASCII names; made by hand they cost less than a decoder call. */
const SHORT_STRING = 32;

/** Wire types 3 and 4 (groups) are not used by any OTLP message and are refused. */
const VARINT = 0;
const FIXED64 = 1;
const LENGTH_DELIMITED = 2;
const FIXED32 = 5;

const WIRE_TYPES: Readonly<Record<Scalar, number>> = {
  string: LENGTH_DELIMITED,
  bytes: LENGTH_DELIMITED,
  hex: LENGTH_DELIMITED,
  bool: VARINT,
  enum: VARINT,
  uint32: VARINT,
  sint32: VARINT,
  int64: VARINT,
  uint64: VARINT,
  fixed32: FIXED32,
  fixed64: FIXED64,
  sfixed64: FIXED64,
  double: FIXED64,
};

class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Reads one message that ends at `end`. Unknown fields are skipped. */
  message(shape: MessageType, end: number, depth: number): Record<string, unknown> {
    if (depth > MAX_MESSAGE_DEPTH) throw this.#fault(`messages nest deeper than ${MAX_MESSAGE_DEPTH}`);
    const fields = shape.fields();
    let result: Record<string, unknown> = {};
    while (this.#at < end) {
      const tag = this.#varint32(end);
      const number = tag >>> 3;
      const wireType = tag & 7;
      if (number === 0) throw this.#fault('a field has the number 0');
      const field = Object.hasOwn(fields, number) ? fields[number] : undefined;
      if (field === undefined) {
        this.#skip(wireType, end);
        continue;
      }
      const [name, fieldType, repeated] = field;
      if (shape.oneof) result = {};
      if (typeof fieldType === 'object') {
        const value = this.message(fieldType, this.#length(wireType, LENGTH_DELIMITED, end), depth + 1);
        if (repeated) this.#append(result, name, value);
        else result[name] = value;
      } else if (repeated) {
        this.#scalars(result, name, fieldType, wireType, end);
      } else {
        this.#expect(wireType, WIRE_TYPES[fieldType]);
        result[name] = this.#scalar(fieldType, end);
      }
    }
    return result;
  }

  /** A repeated number comes packed in one field or one by one; both must be understood. */
  #scalars(result: Record<string, unknown>, name: string, scalar: Scalar, wireType: number, end: number): void {
    if (wireType !== LENGTH_DELIMITED) {
      this.#expect(wireType, WIRE_TYPES[scalar]);
      this.#append(result, name, this.#scalar(scalar, end));
      return;
    }
    const packedEnd = this.#length(wireType, LENGTH_DELIMITED, end);
    while (this.#at < packedEnd) this.#append(result, name, this.#scalar(scalar, packedEnd));
  }

  #append(result: Record<string, unknown>, name: string, value: unknown): void {
    const list = result[name];
    if (!Array.isArray(list)) result[name] = [value];
    else if (list.length >= MAX_LIST_LENGTH) throw this.#fault(`${name} has more than ${MAX_LIST_LENGTH} entries`);
    else list.push(value);
  }

  #scalar(scalar: Scalar, end: number): unknown {
    switch (scalar) {
      case 'string':
        return this.#string(this.#length(LENGTH_DELIMITED, LENGTH_DELIMITED, end));
      case 'bytes':
        return this.#take(this.#length(LENGTH_DELIMITED, LENGTH_DELIMITED, end)).slice();
      case 'hex':
        return this.#hex(this.#take(this.#length(LENGTH_DELIMITED, LENGTH_DELIMITED, end)));
      case 'bool':
        return this.#varint64(end) !== 0n;
      case 'enum':
        return this.#varint32(end) | 0;
      case 'uint32':
        return this.#varint32(end);
      case 'sint32': {
        const value = this.#varint32(end);
        return (value >>> 1) ^ -(value & 1);
      }
      case 'int64':
        return BigInt.asIntN(64, this.#varint64(end));
      case 'uint64':
        return this.#varint64(end);
      case 'fixed32':
        return this.#view.getUint32(this.#fixed(4, end), true);
      case 'fixed64':
        return this.#view.getBigUint64(this.#fixed(8, end), true);
      case 'sfixed64':
        return this.#view.getBigInt64(this.#fixed(8, end), true);
      default:
        return this.#view.getFloat64(this.#fixed(8, end), true);
    }
  }

  /** The low 32 bits of a varint, which is what protobuf makes of one in a 32-bit field. */
  #varint32(end: number): number {
    let result = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      const byte = this.#byte(end);
      if (shift < 32) result |= (byte & 0x7f) << shift;
      if (byte < 0x80) return result >>> 0;
    }
    throw this.#fault('a number is longer than 10 bytes');
  }

  #varint64(end: number): bigint {
    let low = 0;
    let high = 0n;
    for (let shift = 0; shift < 70; shift += 7) {
      const byte = this.#byte(end);
      // 28 bits fit a small integer; only numbers beyond that pay for bigint arithmetic.
      if (shift < 28) low |= (byte & 0x7f) << shift;
      else high |= BigInt(byte & 0x7f) << BigInt(shift);
      if (byte < 0x80) return BigInt.asUintN(64, high | BigInt(low));
    }
    throw this.#fault('a number is longer than 10 bytes');
  }

  #byte(end: number): number {
    const byte = this.#at < end ? this.#bytes[this.#at] : undefined;
    if (byte === undefined) throw this.#fault('the body ends inside a number');
    this.#at += 1;
    return byte;
  }

  /** Moves past `size` bytes and says where they began. */
  #fixed(size: number, end: number): number {
    const start = this.#at;
    if (start + size > end) throw this.#fault('the body ends inside a number');
    this.#at = start + size;
    return start;
  }

  /** Where the length-delimited value that follows ends. */
  #length(wireType: number, expected: number, end: number): number {
    this.#expect(wireType, expected);
    const length = this.#varint32(end);
    if (length > end - this.#at) {
      throw this.#fault(`a value is ${length} bytes long, but only ${end - this.#at} are left`);
    }
    return this.#at + length;
  }

  #expect(wireType: number, expected: number): void {
    if (wireType !== expected) throw this.#fault(`a field has the wire type ${wireType} in place of ${expected}`);
  }

  #take(end: number): Uint8Array {
    const part = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return part;
  }

  #hex(part: Uint8Array): string {
    let text = '';
    for (const byte of part) text += HEX[byte] ?? '';
    return text;
  }

  #string(end: number): string {
    const part = this.#take(end);
    if (part.length <= SHORT_STRING) {
      let text = '';
      for (const byte of part) {
        if (byte > 0x7f) break;
        text += String.fromCharCode(byte);
      }
      if (text.length === part.length) return text;
    }
    try {
      return this.#utf8.decode(part);
    } catch {
      throw this.#fault('a string is not UTF-8');
    }
  }

  #skip(wireType: number, end: number): void {
    if (wireType === VARINT) this.#varint32(end);
    else if (wireType === FIXED64) this.#fixed(8, end);
    else if (wireType === FIXED32) this.#fixed(4, end);
    else if (wireType === LENGTH_DELIMITED) this.#at = this.#length(wireType, wireType, end);
    else throw this.#fault(`a field has the wire type ${wireType}, which OTLP does not use`);
  }

  #fault(problem: string): OtlpError {
    return new OtlpError(`byte ${this.#at}`, `The body is not an OTLP protobuf message: ${problem}.`);
  }
}
