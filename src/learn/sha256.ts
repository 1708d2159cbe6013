/**
 * SHA-256 of a text's UTF-8 bytes, as 64 hexadecimal digits (FIPS 180-4, §6.2).
 *
 * `crypto.subtle` is asynchronous and missing on pages that are not served over HTTPS; an edit has to be written before
 * the page goes away, so the hash is computed here and at once. It tells texts apart and protects nothing.
 */
export function sha256(text: string): string {
  const state = Uint32Array.of(
    0x6a09e667,
    0xbb67ae85,
    0x3c6ef372,
    0xa54ff53a,
    0x510e527f,
    0x9b05688c,
    0x1f83d9ab,
    0x5be0cd19,
  );
  const bytes = padded(new TextEncoder().encode(text));
  const view = new DataView(bytes.buffer);
  const schedule = new Uint32Array(64);
  for (let block = 0; block < bytes.length; block += 64) mix(state, schedule, view, block);
  return [...state].map((word) => word.toString(16).padStart(8, '0')).join('');
}

/** The message, a one bit, zeros, and its length in bits: a whole number of blocks of 64 bytes (§5.1.1). */
function padded(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
  bytes.set(message);
  bytes[message.length] = 0x80;
  new DataView(bytes.buffer).setBigUint64(bytes.length - 8, BigInt(message.length) * 8n);
  return bytes;
}

function mix(state: Uint32Array, schedule: Uint32Array, view: DataView, block: number): void {
  for (let t = 0; t < 64; t++) {
    schedule[t] = t < 16 ? view.getUint32(block + t * 4) : expanded(schedule, t);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let t = 0; t < 64; t++) {
    const sum1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const choice = (e & f) ^ (~e & g);
    const first = (h + sum1 + choice + (rounds[t] ?? 0) + (schedule[t] ?? 0)) | 0;
    const sum0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const second = (sum0 + majority) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  for (const [index, value] of [a, b, c, d, e, f, g, h].entries()) state[index] = (state[index] ?? 0) + value;
}

function expanded(schedule: Uint32Array, t: number): number {
  const early = schedule[t - 15] ?? 0;
  const late = schedule[t - 2] ?? 0;
  const sigma0 = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
  const sigma1 = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
  return (schedule[t - 16] ?? 0) + sigma0 + (schedule[t - 7] ?? 0) + sigma1;
}

function turned(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes (§4.2.2). */
const rounds = Uint32Array.from(firstPrimes(64), fractionOfCubeRoot);

function firstPrimes(count: number): readonly number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate++) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return primes;
}

/** In whole numbers, so that no rounding of `Math.cbrt` can show: the cube root of `prime * 2^96`, less its whole part. */
function fractionOfCubeRoot(prime: number): number {
  const cube = BigInt(prime) << 96n;
  let low = 0n;
  let high = 1n << 36n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** 3n <= cube) low = middle;
    else high = middle;
  }
  return Number(low & 0xffff_ffffn);
}
