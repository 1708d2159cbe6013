/**
 * A queue in an array that is used in a circle: both ends take constant time. It starts small and doubles, so that a
 * channel with a large capacity costs memory only for what is really in it.
 */
export class Ring<T> {
  #slots: (T | undefined)[] = [];
  #head = 0;
  length = 0;

  push(value: T): void {
    if (this.length === this.#slots.length) this.#grow();
    // The number of slots is a power of two, so masking wraps around.
    this.#slots[(this.#head + this.length) & (this.#slots.length - 1)] = value;
    this.length += 1;
  }

  /** Takes out the oldest; only when `length` is not 0. */
  shift(): T {
    const value = this.#slots[this.#head];
    this.#slots[this.#head] = undefined;
    this.#head = (this.#head + 1) & (this.#slots.length - 1);
    this.length -= 1;
    // Undefined may be a value of its own, so only the length can tell that this slot was filled.
    return value as T;
  }

  #grow(): void {
    const old = this.#slots;
    const slots: (T | undefined)[] = old.slice(this.#head).concat(old.slice(0, this.#head));
    const size = Math.max(8, old.length * 2);
    while (slots.length < size) slots.push(undefined);
    this.#slots = slots;
    this.#head = 0;
  }
}
