/** Reads a file away from the page, so that the page keeps drawing whatever the file's size. */
import { deliver, type Delivery } from '../../import/delivery.ts';
import { readTraceFile } from '../../import/read.ts';
import { madeUpFile, rehearseReading } from '../../import/warm-up.ts';

/** What the page asks. A file is read here, so that its bytes never pass through the page; others are handed over. */
export interface ReadRequest {
  readonly name: string;
  readonly content: Blob | ArrayBuffer;
}

/** A worker's global scope, as far as it is used; the page's own types would hide `postMessage`'s second form. */
interface Scope {
  onmessage: ((event: MessageEvent<ReadRequest | 'rehearse' | 'rest'>) => void) | null;
  postMessage: (message: Delivery, transfer: readonly Transferable[]) => void;
}

/** A few milliseconds each, at first some tens: a file that comes meanwhile waits no longer. */
const REHEARSED_SPANS = 40;
/** After so many times, what runs for every span has been optimised. */
const REHEARSALS = 50;

const scope = globalThis as unknown as Scope;

let resting = true;

scope.onmessage = ({ data }): void => {
  resting = data !== 'rehearse';
  if (data === 'rehearse') void rehearse();
  else if (data !== 'rest') void read(data);
};

/** Makes use of the time until there is a file. What is asked comes between two rehearsals. */
async function rehearse(): Promise<void> {
  const file = madeUpFile(REHEARSED_SPANS);
  for (let time = 0; time < REHEARSALS && !resting; time += 1) {
    await rehearseReading(file);
    await otherMessages();
  }
}

/** Lets what the page has sent meanwhile come first. */
function otherMessages(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

async function read({ name, content }: ReadRequest): Promise<void> {
  const post = (message: Delivery, transfer: readonly Transferable[] = []): void =>
    scope.postMessage(message, transfer);
  const bytes = new Uint8Array(content instanceof Blob ? await content.arrayBuffer() : content);
  const file = await readTraceFile(name, bytes, (progress) => post({ kind: 'progress', progress }));
  deliver(file, post);
}
