// OnceValue works out its value once; OnceValues does the same for two.
import { onceValue, onceValues } from 'csp';

let calls = 0;
const config = onceValue(() => {
  calls += 1;
  return `config ${calls}`;
});
const before = calls;
const first = await config();
const second = await config();
console.log(before, first, second, calls);
const load = onceValues((): [number, Error] => {
  calls += 1;
  return [calls, new Error('half of it')];
});
for (let i = 0; i < 2; i += 1) {
  const [n, error] = await load();
  console.log(n, error.message);
}
