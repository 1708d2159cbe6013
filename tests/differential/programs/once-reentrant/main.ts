// A function that calls Do of its own Once waits for itself: a deadlock.
import { Once } from 'csp';

const once = new Once();
await once.do(async () => {
  console.log('outer');
  await once.do(() => console.log('never'));
});
