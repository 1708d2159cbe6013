export interface Order {
  readonly drink: string;
  /** When the guest comes, in ms. */
  readonly at: number;
  /** How long it takes, in ms. */
  readonly ms: number;
  readonly jams: boolean;
}

export const orders: readonly Order[] = [
  { drink: 'mocha', at: 0, ms: 60, jams: true },
  { drink: 'tea', at: 10, ms: 30, jams: false },
];

/** The grinder has stopped. */
export class Jam extends Error {
  override name = 'Jam';
}
