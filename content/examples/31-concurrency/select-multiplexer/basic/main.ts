import { background, recv, select } from 'csp';
import { inSpan } from 'telemetry';
import { ask, tracer } from './roasters.ts';

await inSpan(background(), tracer, 'buy beans', async (ctx) => {
  const asked = {
    north: ask(ctx, 'north', 30),
    harbour: ask(ctx, 'harbour', 20),
    mill: ask(ctx, 'mill', 45),
  };

  const attributes = { 'lab.select.case.count': 3 };
  const chosen = await inSpan(
    ctx,
    tracer,
    'select',
    async (_, span) => {
      const first = await select({
        north: recv(asked.north),
        harbour: recv(asked.harbour),
        mill: recv(asked.mill),
      });
      span.setAttribute('lab.select.chosen', first.case);
      console.log(`first: ${first.value}`);
      return first.case;
    },
    { attributes },
  );

  // The others were not touched: their answers are still to come.
  await inSpan(ctx, tracer, 'note the others', async () => {
    for (const [roaster, answer] of Object.entries(asked)) {
      if (roaster === chosen) continue;
      console.log(`later: ${(await answer.receive()).value}`);
    }
  });
});
