/**
 * Measures `csp` against the bare means that it is built from, as ratios in one process: `npx node tools/bench-csp.ts`.
 * A ratio hardly depends on the machine, a time does; each figure is the median of several rounds.
 */
import { chan, go, nilChan, recv, select, WaitGroup, type Channel } from '../src/csp/index.ts';

const COUNT = 100_000;
const ROUNDS = 9;

/** A value that is handed over with nothing but a promise for each direction. */
async function barePingPong(): Promise<void> {
  let give: (value: number) => void = Number;
  let ask: () => void = Number;
  let value = new Promise<number>((resolve) => (give = resolve));
  let asked = new Promise<void>((resolve) => (ask = resolve));
  const giver = async (): Promise<void> => {
    for (let i = 0; i < COUNT; i++) {
      await asked;
      asked = new Promise<void>((resolve) => (ask = resolve));
      give(i);
    }
  };
  const giving = giver();
  for (let i = 0; i < COUNT; i++) {
    ask();
    await value;
    value = new Promise<number>((resolve) => (give = resolve));
  }
  await giving;
}

async function unbufferedHandoffs(): Promise<void> {
  const ch = chan<number>();
  go(async () => {
    for (let i = 0; i < COUNT; i++) await ch.send(i);
  });
  for (let i = 0; i < COUNT; i++) await ch.receive();
}

/** A queue in an array: as many awaits as the buffered channel has, and nothing else. */
async function bareQueue(): Promise<void> {
  const queue: number[] = [];
  for (let i = 0; i < COUNT; i++) {
    queue.push(i);
    await undefined;
  }
  for (let i = 0; i < COUNT; i++) {
    queue[i] = 0;
    await undefined;
  }
}

async function bufferedSends(): Promise<void> {
  const ch = chan<number>(COUNT);
  for (let i = 0; i < COUNT; i++) await ch.send(i);
  for (let i = 0; i < COUNT; i++) await ch.receive();
}

async function iterated(): Promise<void> {
  const ch = chan<number>(64);
  go(async () => {
    for (let i = 0; i < COUNT; i++) await ch.send(i);
    ch.close();
  });
  let sum = 0;
  for await (const value of ch) sum += value;
  if (sum !== (COUNT * (COUNT - 1)) / 2) throw new Error('a value was lost');
}

function feed(ch: Channel<number>): () => Promise<void> {
  return async () => {
    for (let i = 0; i < COUNT / 2; i++) await ch.send(i);
  };
}

async function selected(): Promise<void> {
  const a = chan<number>();
  const b = chan<number>();
  const never = nilChan<void>();
  go(feed(a));
  go(feed(b));
  for (let i = 0; i < COUNT; i++) await select({ a: recv(a), b: recv(b), quit: recv(never) });
}

async function tasks(): Promise<void> {
  const group = new WaitGroup();
  for (let i = 0; i < COUNT; i++) group.go(async () => {});
  await group.wait();
}

async function bareTasks(): Promise<void> {
  const all: Promise<void>[] = [];
  for (let i = 0; i < COUNT; i++) all.push((async () => {})());
  await Promise.all(all);
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

const rows: [name: string, work: () => Promise<void>, bare: () => Promise<void>, goal: number | undefined][] = [
  ['unbuffered handoff / promise ping-pong', unbufferedHandoffs, barePingPong, 3],
  ['buffered send and receive / array with awaits', bufferedSends, bareQueue, 3],
  ['for await, buffer of 64 / array with awaits', iterated, bareQueue, undefined],
  ['select of three cases / promise ping-pong', selected, barePingPong, undefined],
  ['WaitGroup.go / Promise.all', tasks, bareTasks, undefined],
];

let failed = false;
for (const [name, work, bare, goal] of rows) {
  // In turns, so that whatever else the machine does meets both alike.
  const bases: number[] = [];
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    bases.push(await timed(bare));
    times.push(await timed(work));
  }
  const base = median(bases);
  const time = median(times);
  const ratio = time / base;
  const missed = goal !== undefined && ratio > goal;
  failed ||= missed;
  const bound = goal === undefined ? '' : `  (at most ${goal}${missed ? ': missed' : ''})`;
  console.log(`${name}: ${ratio.toFixed(2)}  = ${time.toFixed(1)} ms / ${base.toFixed(1)} ms for ${COUNT}${bound}`);
}
if (failed) process.exitCode = 1;
