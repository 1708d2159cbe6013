// A function that panics counts as run: Do never tries again.
import { Once } from 'csp';

const once = new Once();
try {
  await once.do(() => {
    throw new Error('no disk');
  });
} catch (error) {
  if (error instanceof Error) console.log(error.message);
}
let caught: unknown;
try {
  await once.do(() => console.log('never'));
} catch (error) {
  caught = error;
}
console.log(caught === undefined);
