import { frameHash, frameScript } from 'virtual:sandbox';
import type { FrameCommand, FrameReport } from '../messages.ts';

/** How often the page asks whether the frame still lives while a program runs, in ms. */
const PING_EVERY_MS = 500;
/** Silence after which the frame's process is taken for dead, in ms. */
const DEAD_AFTER_MS = 2_500;

/**
 * The hidden frame in which workers live. It has an opaque origin and a policy that allows nothing but its own script
 * and blobs, so whatever runs in it can reach neither the site nor the network.
 */
export class Frame {
  readonly #element: HTMLIFrameElement;
  readonly #port: MessagePort;
  readonly #onDeath: () => void;
  #pings = 0;
  #lastPong = 0;
  #watch: ReturnType<typeof setInterval> | undefined;

  constructor(document: Document, onReport: (report: FrameReport) => void, onDeath: () => void) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#onDeath = onDeath;
    port1.onmessage = ({ data }: MessageEvent<FrameReport>) => {
      this.#lastPong = performance.now();
      if (data.kind !== 'pong') onReport(data);
    };
    const element = document.createElement('iframe');
    this.#element = element;
    element.hidden = true;
    element.tabIndex = -1;
    element.title = 'Sandbox';
    element.setAttribute('sandbox', 'allow-scripts');
    element.srcdoc = frameDocument();
    element.addEventListener('load', () => element.contentWindow?.postMessage('port', '*', [port2]), { once: true });
    document.body.append(element);
  }

  send(command: FrameCommand, transfer: Transferable[] = []): void {
    this.#port.postMessage(command, transfer);
  }

  /** Looks after the frame while a program runs; its process can die without any event. */
  watch(): void {
    this.unwatch();
    this.#lastPong = performance.now();
    let last = this.#lastPong;
    this.#watch = setInterval(() => {
      const now = performance.now();
      // A page that was itself asleep has heard nothing because it did not listen.
      if (now - last > DEAD_AFTER_MS) this.#lastPong = now;
      last = now;
      if (now - this.#lastPong > DEAD_AFTER_MS) {
        this.unwatch();
        this.#onDeath();
      } else this.send({ kind: 'ping', n: ++this.#pings });
    }, PING_EVERY_MS);
  }

  unwatch(): void {
    clearInterval(this.#watch);
    this.#watch = undefined;
  }

  remove(): void {
    this.unwatch();
    this.#port.close();
    this.#element.remove();
  }
}

function frameDocument(): string {
  const policy = `default-src 'none'; script-src '${frameHash}' blob:; worker-src blob:; connect-src 'none'`;
  return `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><script>${frameScript}</script>`;
}
