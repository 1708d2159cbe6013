import { sleep } from 'csp';

/** There are too few beans. */
export class BeanShortage extends Error {
  override name = 'BeanShortage';
}

let left = 40;

/** Grinds for 10 ms, or finds that there is not enough left. */
export async function grind(beans: number): Promise<void> {
  await sleep(10);
  if (beans > left) {
    throw new BeanShortage(`${beans} g wanted, ${left} g left`);
  }
  left -= beans;
}
