// A select that waits stands in the same queue as plain receives, and leaves it when served elsewhere.
import { chan, go, recv, select, sleep } from 'csp';

const ch = chan<number>();
const other = chan<number>();
const log = chan<string>(3);
go(async () => {
  const r = await select({ ch: recv(ch), other: recv(other) });
  await log.send(`select, ${r.case} ${r.value}`);
});
await sleep(1);
go(async () => {
  await log.send(`receive ${(await ch.receive()).value}`);
});
await sleep(1);
await other.send(1);
await sleep(1);
await ch.send(2);
console.log((await log.receive()).value);
console.log((await log.receive()).value);
