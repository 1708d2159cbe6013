// The background context is never done, has no deadline and no values.
import { background, otherwise, recv, select } from 'csp';

const ctx = background();
const has = ctx.deadline() !== undefined;
console.log(has, ctx.err() ?? '<nil>', ctx.value(Symbol('key')) ?? '<nil>');
const r = await select({ done: recv(ctx.done), default: otherwise });
console.log(r.case === 'done' ? 'done' : 'never done');
await ctx.done.receive();
