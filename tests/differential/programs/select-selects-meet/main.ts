// A select that sends and a select that receives can meet; neither meets itself.
import { chan, go, recv, select, send } from 'csp';

const ch = chan<string>();
const over = chan<string>();
async function swap(name: string): Promise<void> {
  const r = await select({ out: send(ch, name), other: recv(ch) });
  await over.send(r.case === 'out' ? `${name} sent` : `${name} received from ${r.value}`);
}
go(() => swap('x'));
go(() => swap('x'));
const results = [(await over.receive()).value, (await over.receive()).value];
for (const line of results.toSorted()) console.log(line);
