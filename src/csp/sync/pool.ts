/**
 * Keeps things for use again, so that fewer are made: Go's `sync.Pool`. Put back only what nobody uses any more, and
 * expect no particular one; a thing from the pool is as its last user left it, so reset it. Go's pool may drop what is
 * in it at any garbage collection; this one keeps it until it is taken.
 *
 * @see https://pkg.go.dev/sync#Pool
 */
export class Pool<T> {
  readonly #create: () => T;
  readonly #items: { readonly item: T }[] = [];

  /** @param create Makes one when the pool is empty: Go's field `New`. */
  constructor(create: () => T) {
    this.#create = create;
  }

  /** Takes one out, or makes one: Go's `pool.Get()`. @see https://pkg.go.dev/sync#Pool.Get */
  get(): T {
    const kept = this.#items.pop();
    return kept === undefined ? this.#create() : kept.item;
  }

  /** Puts one back: Go's `pool.Put(x)`. @see https://pkg.go.dev/sync#Pool.Put */
  put(item: T): void {
    this.#items.push({ item });
  }
}
