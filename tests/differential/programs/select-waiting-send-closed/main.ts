// A select that waits to send panics when its channel is closed.
import { chan, go, recv, select, send, sleep } from 'csp';

const out = chan<number>();
const inward = chan<number>();
const failed = chan<string>();
go(async () => {
  try {
    await select({ out: send(out, 1), inward: recv(inward) });
  } catch (error) {
    if (error instanceof Error) await failed.send(error.message);
  }
});
await sleep(1);
out.close();
console.log((await failed.receive()).value);
