// A ticker keeps to its times; for a slow receiver it leaves ticks out.
import { sleep, Ticker } from 'csp';

const start = Date.now();
const ticker = new Ticker(10);
for (const work of [0, 0, 35, 3, 0, 0]) {
  const { value } = await ticker.c.receive();
  console.log('tick', Number(value) - start, 'at', Date.now() - start);
  await sleep(work);
}
ticker.stop();
