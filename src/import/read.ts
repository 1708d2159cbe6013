import { asUtf8, inflated, isBinary } from './bytes.ts';
import { Collection } from './collect.ts';
import { readText } from './json.ts';
import { Refusal } from './result.ts';
import type { OnProgress, TraceFile } from './result.ts';

/**
 * Reads a trace file by its content, whatever its name: OTLP JSON, JSON Lines, OTLP protobuf, Jaeger JSON, and gzip of
 * any of them. Runs for as long as it takes: call it in a worker.
 *
 * What is partly good gives the good part and says what was left out; what has nothing good is a refusal with its first
 * problem. Rejects only on a fault of the program.
 *
 * @param name the file's name, for the problems
 */
export async function readTraceFile(name: string, bytes: Uint8Array, onProgress?: OnProgress): Promise<TraceFile> {
  const into = new Collection(name);
  try {
    const content = await inflated(bytes, onProgress);
    if (content.length === 0) throw new Refusal({ key: 'empty' });
    // The reader of protobuf is fetched by those who need it.
    if (isBinary(content)) (await import('./protobuf.ts')).readProtobuf(content, into, onProgress);
    else readText(asUtf8(content), into, onProgress);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, problem: { file: name, place: error.place, reason: error.reason } };
  }
  const problem = into.firstProblem;
  if (into.isEmpty && problem !== undefined) return { ok: false, problem };
  if (into.isEmpty) return { ok: false, problem: { file: name, place: {}, reason: { key: 'empty' } } };
  return { ok: true, ...into.result() };
}
