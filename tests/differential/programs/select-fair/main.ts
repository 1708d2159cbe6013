// Among ready cases the choice is random and even: no case starves, whatever its place.
import { chan, recv, selectFrom } from 'csp';

const ready = chan<boolean>();
ready.close();
const chosen = [0, 0, 0];
for (let i = 0; i < 3000; i += 1) {
  const { index } = await selectFrom([recv(ready), recv(ready), recv(ready)]);
  chosen[index] = (chosen[index] ?? 0) + 1;
}
for (const [i, n] of chosen.entries()) console.log(i, 'between 800 and 1200:', n > 800 && n < 1200);
