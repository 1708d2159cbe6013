import { sleep } from 'csp';

export interface Order {
  readonly drink: string;
  readonly card?: 'refused';
  readonly missing?: string;
}

/** Three of these cannot end well. */
export const orders: readonly Order[] = [
  { drink: 'espresso' },
  { drink: 'mocha', card: 'refused' },
  { drink: 'oat latte', missing: 'oat milk' },
  { drink: 'tea' },
  { drink: 'flat white', missing: 'clean cup' },
];

export class CardRefused extends Error {
  override readonly name = 'card_refused';
}

export class OutOfStock extends Error {
  override readonly name = 'out_of_stock';
}

export async function pay(order: Order): Promise<void> {
  await sleep(10);
  if (order.card) throw new CardRefused('the card was refused');
}

export async function brew(order: Order): Promise<void> {
  await sleep(30);
  if (order.missing) throw new OutOfStock(`no ${order.missing}`);
}
