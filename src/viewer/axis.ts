/** A mark of the time axis. */
export interface Tick {
  /** Nanoseconds from the origin. */
  readonly ns: number;
  /** Place in the range, 0 to 100. */
  readonly percent: number;
  readonly label: string;
}

/** Ticks on an axis, about; fewer where their labels are long. */
const TICKS = 5;
const TICKS_WITH_LONG_LABELS = 3;

/** Letters of a label that leave room for the next one: `0.25 ms`, but not `1 min 30 s`. */
const LONG_LABEL = 8;

const STEPS = [1, 2, 5, 10] as const;
const UNITS = [
  ['s', 1e9],
  ['ms', 1e6],
  ['µs', 1e3],
  ['ns', 1],
] as const;

/**
 * The step (1, 2 or 5 times a power of ten, at least 1 ns) that cuts a duration into about `wanted` pieces.
 *
 * Above a minute the steps are those of a clock: 1, 2, 5, 10, 15, 30 minutes or hours.
 */
export function niceStep(durationNs: number, wanted: number): number {
  // A quarter below the exact share still counts: six pieces are nearer to five than three are.
  const raw = Math.max(1, (durationNs / wanted) * 0.75);
  if (raw > 20e9) {
    const clock = [30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200, 86400].map((seconds) => seconds * 1e9);
    const found = clock.find((step) => step >= raw);
    if (found !== undefined) return found;
  }
  const power = 10 ** Math.floor(Math.log10(raw));
  // Division leaves 4.999…; a hair of tolerance keeps the step that a reader expects.
  const step = STEPS.find((factor) => factor * power >= raw * 0.999_999) ?? 10;
  return Math.max(1, Math.round(step * power));
}

/** Marks at round times of a range, about as many as there is room for their labels. */
export interface Axis {
  readonly ticks: readonly Tick[];
  /** Percent of the range between two ticks, two decimals. */
  readonly step: number;
}

/** The axis of the range that begins at `fromNs`. */
export function timeAxis(durationNs: number, fromNs = 0): Axis {
  const usual = axisTicks(durationNs, TICKS, fromNs);
  const long = usual.some(({ label }) => label.length > LONG_LABEL);
  const wanted = long ? TICKS_WITH_LONG_LABELS : TICKS;
  return {
    ticks: long ? axisTicks(durationNs, wanted, fromNs) : usual,
    step: durationNs > 0 ? Math.round((niceStep(durationNs, wanted) / durationNs) * 10_000) / 100 : 100,
  };
}

/** About `wanted` marks at round times of the range that begins at `fromNs`. */
export function axisTicks(durationNs: number, wanted = TICKS, fromNs = 0): readonly Tick[] {
  if (!(durationNs > 0)) return [{ ns: 0, percent: 0, label: '0' }];
  const step = niceStep(durationNs, wanted);
  const endNs = fromNs + durationNs;
  const ticks: Tick[] = [];
  for (let ns = Math.ceil(fromNs / step) * step; ns <= endNs; ns += step) {
    ticks.push({ ns, percent: ((ns - fromNs) / durationNs) * 100, label: tickLabel(ns, step, endNs) });
  }
  return ticks;
}

/** A tick's time in one unit for the whole axis, with as many decimals as its step needs: `0`, `2.5 ms`, `1 min 30 s`. */
export function tickLabel(ns: number, stepNs: number, durationNs: number): string {
  if (ns === 0) return '0';
  if (durationNs >= 120e9 && stepNs >= 1e9) return clockLabel(Math.round(ns / 1e9));
  const [unit, size] = UNITS.find(([, unitNs]) => durationNs >= unitNs) ?? (['ns', 1] as const);
  const decimals = Math.max(0, Math.min(9, -Math.floor(Math.log10(stepNs / size) + 1e-9)));
  return `${(ns / size).toFixed(decimals)} ${unit}`;
}

function clockLabel(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor((seconds % 3600) / 60), 'min'],
    [seconds % 60, 's'],
  ] as const;
  return parts
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount} ${unit}`)
    .join(' ');
}
