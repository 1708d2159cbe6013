import type { AnyValue, Attribute } from '../otlp/telemetry.ts';

/** An attribute's value as text: what a reader reads, never markup. Strings stand without quotes at the top level. */
export function valueText(value: AnyValue): string {
  return value.kind === 'string' ? value.value : nested(value);
}

function nested(value: AnyValue): string {
  switch (value.kind) {
    case 'string':
      return JSON.stringify(value.value);
    case 'bool':
    case 'int':
    case 'double':
      return String(value.value);
    case 'bytes':
      return bytesText(value.value);
    case 'array':
      return `[${value.value.map(nested).join(', ')}]`;
    case 'map':
      return `{${value.value.map((entry) => `${entry.key}: ${nested(entry.value)}`).join(', ')}}`;
    case 'empty':
      return '';
    default:
      return value satisfies never;
  }
}

function bytesText(bytes: Uint8Array): string {
  const shown = Array.from(bytes.subarray(0, 64), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
  return bytes.length > 64 ? `${shown} … (${formatBytes(bytes.length)})` : shown;
}

/** The type as a reader names it: `string`, `int`, `string[]`, `map`. */
export function typeText(value: AnyValue): string {
  if (value.kind !== 'array') return value.kind;
  const kinds = new Set(value.value.map(typeText));
  const [only] = kinds;
  return kinds.size === 1 && only !== undefined ? `${only}[]` : 'array';
}

/** Attributes on one line, for tables: `http.route=/orders, retry=2`. */
export function attributesText(attributes: readonly Attribute[]): string {
  return attributes.map(({ key, value }) => `${key}=${valueText(value)}`).join(', ');
}

/** A size in the unit that reads best, powers of 1000: `812 B`, `4.2 kB`, `1.3 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const [size, unit] = bytes < 1e6 ? [bytes / 1e3, 'kB'] : [bytes / 1e6, 'MB'];
  return `${size < 100 ? size.toFixed(1) : Math.round(size)} ${unit}`;
}

/** A measured number with at most six significant digits, an integer whole. */
export function formatNumber(value: bigint | number): string {
  if (typeof value === 'bigint' || Number.isInteger(value)) return String(value);
  return String(Number(value.toPrecision(6)));
}

/** A number with its UCUM unit, `2.5 s`; without one, and for the unit `1`, the number alone. */
export function withUnit(text: string, unit: string): string {
  return unit === '' || unit === '1' ? text : `${text} ${unit}`;
}
