// Sending on a closed channel, closing twice and closing nil panic, each with its own message.
import { chan, nilChan } from 'csp';

async function caught(body: () => unknown): Promise<string> {
  try {
    await body();
    return 'nothing';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const ch = chan<number>(1);
ch.close();
const none = nilChan<number>();
console.log(await caught(() => ch.send(1)));
console.log(await caught(() => ch.close()));
console.log(await caught(() => none.close()));
const { ok } = await ch.receive();
console.log('still usable:', !ok);
