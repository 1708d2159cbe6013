/** From a file's bytes to text or protobuf: gzip, byte order marks, and what to say of everything else. */
import { Refusal } from './result.ts';
import type { OnProgress } from './result.ts';

/** The most bytes that are read of one file, after decompression. */
export const MAX_FILE_BYTES = 256 * 1024 * 1024;

const MIB = 1024 * 1024;

function startsWith(bytes: Uint8Array, ...start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/**
 * The bytes themselves, or what they hold when they are gzip. Inflates as a stream and stops at the limit, so that a
 * small file cannot fill the memory. Throws `Refusal`.
 */
export async function inflated(
  bytes: Uint8Array,
  onProgress?: OnProgress,
  limit = MAX_FILE_BYTES,
): Promise<Uint8Array> {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) throw new Refusal({ key: 'zip' });
  if (startsWith(bytes, 0x28, 0xb5, 0x2f, 0xfd)) throw new Refusal({ key: 'zstd' });
  if (!startsWith(bytes, 0x1f, 0x8b)) {
    if (bytes.length > limit) throw new Refusal({ key: 'tooLong', limit });
    return bytes;
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  let told = 0;
  const reader = gunzip(bytes).getReader();
  for (;;) {
    const part = await reader.read().catch(() => undefined);
    if (part === undefined) throw new Refusal({ key: 'gzip' }, { byte: bytes.length });
    if (part.done) break;
    length += part.value.length;
    if (length > limit) {
      await reader.cancel();
      throw new Refusal({ key: 'tooLong', limit });
    }
    parts.push(part.value);
    if (length - told < 4 * MIB) continue;
    told = length;
    onProgress?.({ stage: 'inflate', done: length, total: Math.max(length, bytes.length * 10) });
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function gunzip(bytes: Uint8Array): ReadableStream<Uint8Array> {
  // A copy only where the bytes lie in shared memory, which a Blob does not take.
  const own =
    bytes.buffer instanceof ArrayBuffer
      ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
      : new Uint8Array(bytes);
  return new Blob([own]).stream().pipeThrough(new DecompressionStream('gzip'));
}

/** How much of a file is looked at to tell text from protobuf. */
const SNIFFED = 4096;

/**
 * Whether the bytes are protobuf rather than text. JSON has no control characters but tab, line feed and carriage
 * return; the first envelope of an OTLP message has the tags and lengths of its fields among them.
 */
export function isBinary(bytes: Uint8Array): boolean {
  if (isUtf16(bytes)) return false;
  const end = Math.min(bytes.length, SNIFFED);
  for (let at = 0; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) return true;
  }
  return false;
}

function isUtf16(bytes: Uint8Array): boolean {
  return startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff);
}

/**
 * The text of a file: UTF-8, or UTF-16 with a byte order mark, as some shells redirect it. Throws `Refusal` naming the
 * first byte that is neither.
 */
export function textOf(bytes: Uint8Array): string {
  if (isUtf16(bytes)) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal({ key: 'utf8' }, { byte: firstBadByte(bytes) });
  }
}

/** The bytes of a text as UTF-8. */
export function asUtf8(bytes: Uint8Array): Uint8Array {
  return isUtf16(bytes) ? new TextEncoder().encode(textOf(bytes)) : bytes;
}

/** Halves the file until the first byte that ends what is UTF-8 is found. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      // As a stream: a character that is cut by the middle is no fault.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  // The last character of the good part may be the one that is never completed.
  for (let lead = good - 1; lead >= Math.max(0, good - 3); lead -= 1) {
    const byte = bytes[lead] ?? 0;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return lead + length > good ? lead : good;
  }
  return good;
}
