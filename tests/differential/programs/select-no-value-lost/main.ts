// Among ready cases the choice is free, but every value is received exactly once.
import { chan, recv, select } from 'csp';

const a = chan<number>(50);
const b = chan<number>(50);
for (let i = 0; i < 50; i += 1) {
  await a.send(i);
  await b.send(100 + i);
}
const seen = new Map<number | undefined, number>();
for (let i = 0; i < 100; i += 1) {
  const { value } = await select({ a: recv(a), b: recv(b) });
  seen.set(value, (seen.get(value) ?? 0) + 1);
}
const twice = [...seen.values()].filter((n) => n > 1).length;
console.log('different', seen.size, 'twice', twice, 'left', a.length + b.length);
