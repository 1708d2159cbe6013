/** Reads a file away from the page, so that the page keeps drawing whatever the file's size. */
import { deliver, type Delivery } from '../../import/delivery.ts';
import { readTraceFile } from '../../import/read.ts';
import { warmUp } from '../../import/warm-up.ts';

/** What the page asks. A file is read here, so that its bytes never pass through the page; others are handed over. */
export interface ReadRequest {
  readonly name: string;
  readonly content: Blob | ArrayBuffer;
}

/** A worker's global scope, as far as it is used; the page's own types would hide `postMessage`'s second form. */
interface Scope {
  onmessage: ((event: MessageEvent<ReadRequest | 'warm-up'>) => void) | null;
  postMessage: (message: Delivery, transfer: readonly Transferable[]) => void;
}

/** Some 10 ms each; after three, what runs for every span has been optimised. */
const WARM_PASSES = 3;
const WARM_SPANS = 300;

const scope = globalThis as unknown as Scope;

let asked = false;

scope.onmessage = ({ data }): void => {
  if (data === 'warm-up') {
    void makeReady();
    return;
  }
  asked = true;
  void read(data);
};

/** Makes use of the time until there is a file. What is asked comes between two passes. */
async function makeReady(): Promise<void> {
  for (let pass = 0; pass < WARM_PASSES && !asked; pass += 1) {
    await warmUp(WARM_SPANS);
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
  }
}

async function read({ name, content }: ReadRequest): Promise<void> {
  const post = (message: Delivery, transfer: readonly Transferable[] = []): void =>
    scope.postMessage(message, transfer);
  const bytes = new Uint8Array(content instanceof Blob ? await content.arrayBuffer() : content);
  const file = await readTraceFile(name, bytes, (progress) => post({ kind: 'progress', progress }));
  deliver(file, post);
}
