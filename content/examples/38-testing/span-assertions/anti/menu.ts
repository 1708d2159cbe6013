import { SpanKind, type Tracer } from '@opentelemetry/api';
import {
  ATTR_DB_QUERY_SUMMARY,
  ATTR_DB_SYSTEM_NAME,
} from '@opentelemetry/semantic-conventions';
import { sleep, type Context } from 'csp';
import { inSpan } from 'telemetry';
import type { House } from './houses.ts';

const query = {
  kind: SpanKind.CLIENT,
  attributes: {
    [ATTR_DB_SYSTEM_NAME]: 'postgresql',
    [ATTR_DB_QUERY_SUMMARY]: 'SELECT menu',
  },
};

/** What is tested: a price that is asked for once. */
export class Menu {
  readonly #known = new Map<string, number>();
  readonly #house: House;

  constructor(house: House) {
    this.#house = house;
  }

  lookUp(
    ctx: Context,
    tracer: Tracer,
    drink: string,
  ): Promise<number> {
    const { caches, stallMs, queryMs } = this.#house;
    return inSpan(ctx, tracer, 'look up price', async (ctx) => {
      await sleep(stallMs);
      const known = this.#known.get(drink);
      if (known !== undefined) return known;
      const ask = (): Promise<void> => sleep(queryMs);
      await inSpan(ctx, tracer, 'SELECT menu', ask, query);
      if (caches) this.#known.set(drink, 380);
      return 380;
    });
  }
}
