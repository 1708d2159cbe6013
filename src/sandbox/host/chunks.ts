import { chunkUrls } from 'virtual:sandbox';
import { chunksFor, type ChunkName } from '../build/chunks.ts';

/** The texts of the worker's chunks. The page fetches them, once: the frame can reach no network. */
export class ChunkTexts {
  readonly #texts = new Map<ChunkName, Promise<string>>();

  /** The scripts for a program with these imports, in order; rejects with a sentence when one cannot be fetched. */
  async load(imports: Iterable<string>): Promise<{ readonly key: string; readonly scripts: readonly string[] }> {
    const names = chunksFor(imports);
    return { key: names.join(), scripts: await Promise.all(names.map((name) => this.#text(name))) };
  }

  #text(name: ChunkName): Promise<string> {
    let text = this.#texts.get(name);
    if (!text) {
      text = fetchText(name);
      this.#texts.set(name, text);
      // A failure is forgotten, so that the next try fetches again.
      text.catch(() => this.#texts.delete(name));
    }
    return text;
  }
}

async function fetchText(name: ChunkName): Promise<string> {
  const response = await fetch(chunkUrls[name]).catch(() => undefined);
  if (!response?.ok) throw new Error(`The sandbox could not load its part "${name}". Are you offline? Try again.`);
  return response.text();
}
