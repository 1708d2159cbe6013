// A context that will end is no deadlock yet; when it has ended and nobody heard, there is one.
import { afterFunc, background, chan, withTimeout } from 'csp';

const [ctx, cancel] = withTimeout(background(), 20);
try {
  afterFunc(ctx, () => console.log('the time is over'));
  await chan<number>().receive();
} finally {
  cancel();
}
