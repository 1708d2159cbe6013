// A ticker and a timer that nobody receives from do not hide a deadlock.
import { chan, Ticker, Timer } from 'csp';

const ticker = new Ticker(10);
const timer = new Timer(10);
try {
  console.log('waiting');
  await chan<number>().receive();
} finally {
  ticker.stop();
  timer.stop();
}
