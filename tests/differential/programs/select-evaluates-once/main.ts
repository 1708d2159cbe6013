// Channels and values of all cases are worked out once, in source order, also those of cases that lose.
import { chan, recv, select, send, type Channel } from 'csp';

function channel(name: string, n: number): Channel<number> {
  console.log('channel', name);
  return chan<number>(n);
}

function value(v: number): number {
  console.log('value', v);
  return v;
}

const r = await select({
  empty: recv(channel('empty', 1)),
  full: send(channel('full', 0), value(1)),
  free: send(channel('free', 1), value(2)),
});
if (r.case === 'empty') console.log('received');
else console.log('sent to', r.case);
