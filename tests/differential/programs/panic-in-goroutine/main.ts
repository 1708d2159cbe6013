// A panic that nobody recovers ends the whole program, in whichever goroutine it happens.
import { go, select } from 'csp';

console.log('main waits');
go(() => {
  throw new Error('the oven is cold');
});
await select({});
