// A goroutine that is still blocked when main returns has leaked; a plain program says nothing, a bubble does.
import { chan, go } from 'csp';

const results = chan<number>();
for (let i = 0; i < 2; i += 1) go(() => results.send(i));
const { ok } = await results.receive();
console.log('one is enough', ok);
