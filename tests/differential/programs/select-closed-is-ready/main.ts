// A closed channel is always ready to receive from, so its case can be chosen again and again.
import { chan, recv, select } from 'csp';

const closed = chan<number>();
const never = chan<number>();
closed.close();
for (let i = 0; i < 3; i += 1) {
  const r = await select({ closed: recv(closed), never: recv(never) });
  if (r.case === 'closed') console.log('closed', r.value === undefined, r.ok);
  else console.log('never');
}
