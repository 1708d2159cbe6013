// OnceFunc panics again with the same value at every call, unlike Once.
import { onceFunc } from 'csp';

let calls = 0;
const reason = new Error('no disk');
const start = onceFunc(() => {
  calls += 1;
  throw reason;
});
for (let i = 0; i < 3; i += 1) {
  try {
    await start();
  } catch (error) {
    if (error instanceof Error) console.log(error.message, error === reason, calls);
  }
}
