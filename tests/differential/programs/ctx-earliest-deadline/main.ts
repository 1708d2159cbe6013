// The deadline of a context is the earliest of its own and those above; the error comes from whoever is first.
import { background, withDeadline, withTimeout } from 'csp';

const start = Date.now();
const [outer] = withTimeout(background(), 40);
const [later] = withTimeout(outer, 3_600_000);
const [sooner] = withDeadline(outer, new Date(start + 10));
for (const ctx of [outer, later, sooner]) {
  const at = ctx.deadline();
  console.log(at !== undefined, Number(at) - start);
}
await sooner.done.receive();
console.log(Date.now() - start, sooner.err()?.message, outer.err()?.message ?? '<nil>');
await later.done.receive();
console.log(Date.now() - start, later.err()?.message, outer.err()?.message ?? '<nil>');
