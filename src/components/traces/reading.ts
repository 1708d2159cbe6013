import { Arrivals, type Delivery } from '../../import/delivery.ts';
import { readTraceFile } from '../../import/read.ts';
import type { LeftOut, Problem, Progress } from '../../import/result.ts';
import type { Telemetry } from '../../otlp/telemetry.ts';
import type { ReadRequest } from './worker.ts';

/** How the reading of a file ended. `stopped`: another file was asked for. `failed`: the worker itself broke down. */
export type Reading =
  | { readonly kind: 'read'; readonly telemetry: Telemetry; readonly leftOut: LeftOut }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed' };

/**
 * Files up to this many bytes are read in the page: it takes about two frames, and a worker that is told of them and tells
 * back takes no less. A small gzip file may hold a large one and never is.
 */
const SMALL_FILE_BYTES = 768 * 1024;

/** Reads files, one at a time: asking for another stops the one before. Larger ones are read in a worker. */
export class FileReading {
  #stop: (() => void) | undefined;
  /** A worker that has started and waits, so that its start does not add to the reading. */
  #spare: Worker | undefined;

  /** Starts a worker, for there may be a large file. */
  prepare(): void {
    this.#spare ??= startWorker();
  }

  /**
   * Lets the worker rehearse for a file that is on its way.
   *
   * @param bytes how large it is, as far as that is known; a small one is none of the worker's business
   */
  expect(bytes?: number): void {
    if (bytes === undefined || bytes > SMALL_FILE_BYTES) this.#spare?.postMessage('rehearse');
  }

  async read(request: ReadRequest, onProgress: (progress: Progress) => void): Promise<Reading> {
    this.#stop?.();
    const { content } = request;
    const size = content instanceof Blob ? content.size : content.byteLength;
    if (size > SMALL_FILE_BYTES) return this.#inWorker(request, onProgress);
    // The page needs the processors itself now.
    this.#spare?.postMessage('rest');
    let stopped = false;
    this.#stop = () => {
      stopped = true;
    };
    const bytes = new Uint8Array(content instanceof Blob ? await content.arrayBuffer() : content);
    if (isGzip(bytes)) return stopped ? { kind: 'stopped' } : this.#inWorker(request, onProgress);
    const file = await readTraceFile(request.name, bytes, onProgress);
    if (stopped) return { kind: 'stopped' };
    return file.ok ? { kind: 'read', ...file } : { kind: 'refused', problem: file.problem };
  }

  #inWorker(request: ReadRequest, onProgress: (progress: Progress) => void): Promise<Reading> {
    const worker = this.#spare ?? startWorker();
    this.#spare = undefined;
    return new Promise((resolve) => {
      const end = (reading: Reading): void => {
        // Its memory goes with it: what it read can be ten times the file.
        worker.terminate();
        this.#stop = undefined;
        resolve(reading);
      };
      this.#stop = () => end({ kind: 'stopped' });
      const arrivals = new Arrivals();
      worker.addEventListener('message', ({ data }: MessageEvent<Delivery>) => {
        if (data.kind === 'progress') onProgress(data.progress);
        else if (data.kind === 'refused') end(data);
        else if (data.kind === 'end') end({ kind: 'read', telemetry: arrivals.telemetry, leftOut: data.leftOut });
        else arrivals.take(data);
      });
      // Most of all memory: a file that is too large for the worker ends it without a word.
      worker.addEventListener('error', () => end({ kind: 'failed' }));
      worker.addEventListener('messageerror', () => end({ kind: 'failed' }));
      worker.postMessage(request, request.content instanceof ArrayBuffer ? [request.content] : []);
    });
  }
}

function startWorker(): Worker {
  return new Worker(new URL('worker.ts', import.meta.url), { type: 'module' });
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
