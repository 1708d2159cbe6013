const UNITS = [
  { name: 'ns', ns: 1n },
  { name: 'µs', ns: 1_000n },
  { name: 'ms', ns: 1_000_000n },
  { name: 's', ns: 1_000_000_000n },
] as const;

const MINUTE_NS = 60_000_000_000n;
const HOUR_NS = 60n * MINUTE_NS;

/**
 * A duration to be read at a glance: three digits in the unit that reads best, always as many, so that columns of tabular
 * figures line up: `850 µs`, `12.4 ms`, `1.20 s`; from a minute on `1 min 05 s` and `1 h 02 min`. Zero is `0 ns`.
 * A fraction of a nanosecond is rounded. Takes nanoseconds.
 */
export function formatDuration(ns: number | bigint): string {
  const whole = wholeNs(ns);
  if (whole < 0n) return `-${formatDuration(-whole)}`;
  if (whole >= MINUTE_NS - 50_000_000n) return formatLong(whole);
  const unit = UNITS.find(({ ns: size }) => roundedTo3(whole, size).digits < 1000n * size) ?? UNITS[3];
  const { digits, decimals } = roundedTo3(whole, unit.ns);
  return `${decimal(digits, unit.ns, decimals)} ${unit.name}`;
}

/** The same duration with every digit that is not zero, for copying: `12.400001 ms`, `1.2 s`, `65 s`. */
export function formatExact(ns: number | bigint): string {
  const whole = wholeNs(ns);
  if (whole < 0n) return `-${formatExact(-whole)}`;
  const unit = UNITS.findLast((candidate) => whole >= candidate.ns) ?? UNITS[0];
  const text = decimal(whole, unit.ns, String(unit.ns).length - 1);
  return `${text.includes('.') ? text.replace(/\.?0+$/, '') : text} ${unit.name}`;
}

function wholeNs(ns: number | bigint): bigint {
  if (typeof ns === 'bigint') return ns;
  return Number.isFinite(ns) ? BigInt(Math.round(ns)) : 0n;
}

/** Rounds to three digits in a unit; the digits are still in nanoseconds, so that 999.6 µs is seen to be 1 ms. */
function roundedTo3(ns: bigint, unit: bigint): { readonly digits: bigint; readonly decimals: number } {
  for (const [decimals, limit] of [
    [2, 10n],
    [1, 100n],
  ] as const) {
    const step = unit / 10n ** BigInt(decimals);
    if (step === 0n) continue;
    const digits = ((ns + step / 2n) / step) * step;
    if (digits < limit * unit) return { digits, decimals };
  }
  return { digits: ((ns + unit / 2n) / unit) * unit, decimals: 0 };
}

function decimal(ns: bigint, unit: bigint, decimals: number): string {
  const whole = ns / unit;
  if (decimals === 0) return String(whole);
  const fraction = String(ns % unit).padStart(String(unit).length - 1, '0');
  return `${whole}.${fraction.slice(0, decimals)}`;
}

function formatLong(ns: bigint): string {
  const seconds = (ns + 500_000_000n) / 1_000_000_000n;
  if (seconds < 3600n) return `${seconds / 60n} min ${two(seconds % 60n)} s`;
  const minutes = (ns + MINUTE_NS / 2n) / MINUTE_NS;
  return `${minutes / (HOUR_NS / MINUTE_NS)} h ${two(minutes % 60n)} min`;
}

function two(value: bigint): string {
  return String(value).padStart(2, '0');
}
