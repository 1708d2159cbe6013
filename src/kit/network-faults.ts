/** A way in which requests to a host fail. */
export interface Fault {
  /** As it stands in the address: `bank:8080`. */
  readonly host: string;
  /**
   * `refused`: nobody listens. `reset`: the service does its work, and the answer is lost. `timeout`: nothing comes
   * back, ever, so that the caller waits until its own signal ends it.
   */
  readonly kind: 'refused' | 'reset' | 'timeout';
  /** The part of the requests that fail, from 0 to 1; all of them if left out. */
  readonly share?: number;
}

/** The faults of a network, and the chances that decide about them: the same seed gives the same failures. */
export class FaultRules {
  #rules: readonly Fault[] = [];
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  add(fault: Fault): () => void {
    const { share = 1 } = fault;
    if (!(share >= 0 && share <= 1)) throw new RangeError(`fail: share is ${share}; it lies between 0 and 1`);
    const rule = { ...fault, host: fault.host.toLowerCase() };
    this.#rules = [rule, ...this.#rules];
    return () => {
      this.#rules = this.#rules.filter((other) => other !== rule);
    };
  }

  /** What happens to a request to this host. */
  of(host: string): Fault['kind'] | undefined {
    return this.#rules.find((rule) => rule.host === host && this.#chance() < (rule.share ?? 1))?.kind;
  }

  /** A number from 0 to below 1: a counter in steps of the golden ratio, stirred by two rounds of multiply and shift. */
  #chance(): number {
    this.#state = (this.#state + 0x9e3779b9) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  }
}
