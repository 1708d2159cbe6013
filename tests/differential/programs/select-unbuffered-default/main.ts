// A send on an unbuffered channel is ready only while a receiver waits.
import { chan, go, otherwise, select, send, sleep } from 'csp';

const ch = chan<number>();
const got = chan<number>();
async function attempt(): Promise<void> {
  const r = await select({ ch: send(ch, 1), default: otherwise });
  console.log(r.case === 'ch' ? 'sent' : 'nobody there');
}
await attempt();
go(async () => {
  const { value, ok } = await ch.receive();
  if (ok) await got.send(value);
});
await sleep(1);
await attempt();
console.log((await got.receive()).value);
await attempt();
