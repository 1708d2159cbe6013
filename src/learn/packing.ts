import { ShareError } from './share-error.ts';

/** Deflate expands at most about 1032 times: fed in pieces this small, what is unpacked too far stays near 1 MB. */
const pieceSize = 1024;

/** @throws {ShareError} where the browser has no Compression Streams. */
export async function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  return read(pieces(bytes).pipeThrough(streamOf(() => new CompressionStream('deflate-raw'))), Infinity);
}

/**
 * Unpacks deflated bytes as a stream, and stops as soon as they exceed a limit.
 *
 * @param limit the most bytes that may come out
 * @throws {ShareError} for more bytes than that and for damaged input.
 */
export async function inflate(bytes: Uint8Array, limit: number): Promise<Uint8Array> {
  return read(pieces(bytes).pipeThrough(streamOf(() => new DecompressionStream('deflate-raw'))), limit);
}

type Transform = ReadableWritablePair<Uint8Array, BufferSource>;

function streamOf(make: () => CompressionStream | DecompressionStream): Transform {
  try {
    return make();
  } catch {
    throw new ShareError('share.unsupported');
  }
}

/** The bytes in small pieces, each given only when it is asked for. */
function pieces(bytes: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> {
  let offset = 0;
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        if (offset >= bytes.length) {
          controller.close();
          return;
        }
        controller.enqueue(bytes.slice(offset, offset + pieceSize));
        offset += pieceSize;
      },
    },
    { highWaterMark: 0 },
  );
}

async function read(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new ShareError('share.damaged');
    });
    if (done) return joined(parts, length);
    length += value.length;
    if (length > limit) {
      await reader.cancel().catch(() => undefined);
      throw new ShareError('share.large');
    }
    parts.push(value);
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

/** Bytes in base64url without padding (RFC 4648 §5). */
export function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, '');
}

/** @throws {ShareError} for anything but base64url. */
export function fromBase64Url(text: string): Uint8Array {
  if (!/^[\w-]+$/u.test(text)) throw new ShareError('share.damaged');
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
  } catch {
    throw new ShareError('share.damaged');
  }
}
