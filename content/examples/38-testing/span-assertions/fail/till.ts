import {
  SpanKind,
  SpanStatusCode,
  type Tracer,
} from '@opentelemetry/api';
import {
  ATTR_DB_QUERY_SUMMARY,
  ATTR_DB_SYSTEM_NAME,
  ATTR_ERROR_TYPE,
} from '@opentelemetry/semantic-conventions';
import { sleep, type Context } from 'csp';
import { inSpan } from 'telemetry';

const client = { kind: SpanKind.CLIENT };
const query = {
  ...client,
  attributes: {
    [ATTR_DB_SYSTEM_NAME]: 'postgresql',
    [ATTR_DB_QUERY_SUMMARY]: 'SELECT menu',
  },
};

/** What is tested: looks up the price, then charges the card. */
export function sell(
  ctx: Context,
  tracer: Tracer,
  drink: string,
  balance: number,
): Promise<boolean> {
  return inSpan(ctx, tracer, 'sell drink', async (ctx, sale) => {
    sale.setAttribute('lab.drink', drink);
    const price = await lookUp(ctx, tracer);
    const paid = await charge(ctx, tracer, price, balance);
    sale.setAttribute('lab.sale.paid', paid);
    return paid;
  });
}

function lookUp(ctx: Context, tracer: Tracer): Promise<number> {
  return inSpan(ctx, tracer, 'look up price', async () => {
    await sleep(2);
    const ask = (): Promise<void> => sleep(8);
    // The context of the sale: the one of the look-up is not taken.
    await inSpan(ctx, tracer, 'SELECT menu', ask, query);
    return 380;
  });
}

function charge(
  ctx: Context,
  tracer: Tracer,
  price: number,
  balance: number,
): Promise<boolean> {
  return inSpan(
    ctx,
    tracer,
    'charge card',
    async (_, span) => {
      await sleep(20);
      if (balance >= price) return true;
      // An answer to the sale; an error of this call.
      span.setStatus({ code: SpanStatusCode.ERROR });
      span.setAttribute(ATTR_ERROR_TYPE, 'card_declined');
      return false;
    },
    client,
  );
}
