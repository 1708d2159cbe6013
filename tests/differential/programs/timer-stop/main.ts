// A stopped timer never fires, even if it was due and not received; Stop says whether it was in time.
import { after, recv, select, sleep, Timer } from 'csp';

async function fired(timer: Timer): Promise<boolean> {
  const r = await select({ timer: recv(timer.c), late: recv(after(1000)) });
  return r.case === 'timer';
}
const running = new Timer(10);
console.log(running.stop(), running.stop(), await fired(running));
const due = new Timer(10);
await sleep(20);
console.log(due.stop(), await fired(due));
const received = new Timer(10);
await received.c.receive();
console.log(received.stop(), await fired(received));
