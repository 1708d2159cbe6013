import { after, background, chan, recv, select, sleep } from 'csp';
import { WaitGroup, withCancel, type Context } from 'csp';
import { inSpan, tracerFor } from 'telemetry';

/** Its name becomes the error.type of every span that it ends. */
class TooLate extends Error {
  override readonly name = 'timeout';
}

const tracer = tracerFor('coffee-bar');
const cups = chan<string>(); // the machine is broken: none comes

async function waitForCup(ctx: Context): Promise<string> {
  const attributes = { 'lab.select.case.count': 3 };
  return inSpan(
    ctx,
    tracer,
    'select',
    async (_, span) => {
      const r = await select({
        cup: recv(cups),
        late: recv(after(50)),
        quit: recv(ctx.done),
      });
      span.setAttribute('lab.select.chosen', r.case);
      if (r.case === 'late') throw new TooLate('no cup in 50 ms');
      if (r.case === 'quit') throw ctx.err();
      return r.value ?? 'nothing: closed';
    },
    { attributes },
  );
}

async function serve(ctx: Context): Promise<void> {
  try {
    await inSpan(ctx, tracer, 'serve guest', waitForCup);
  } catch (error) {
    console.log(`no coffee: ${error}`);
  }
}

await serve(background()); // a guest who stays

const [visit, leave] = withCancel(background());
const bar = new WaitGroup();
bar.go(() => serve(visit)); // one who remembers an appointment
await sleep(20);
leave();
await bar.wait();
