// A send case on a closed channel is ready, and panics when it is chosen.
import { chan, otherwise, select, send } from 'csp';

const ch = chan<number>();
ch.close();
try {
  const r = await select({ ch: send(ch, 1), default: otherwise });
  console.log(r.case === 'ch' ? 'sent' : 'default');
} catch (error) {
  if (error instanceof Error) console.log(error.message);
}
