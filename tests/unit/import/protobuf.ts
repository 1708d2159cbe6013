/** Protobuf by hand, so that the reader is not tested with a writer of its own. */

export function varint(value: number): readonly number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...varint(value >>> 7)];
}

/** A length-delimited field. */
export function message(field: number, content: readonly number[]): readonly number[] {
  return [...varint(field * 8 + 2), ...varint(content.length), ...content];
}

/** A message after its length, four bytes, most significant first. */
export function frame(content: readonly number[]): readonly number[] {
  return [content.length >>> 24, content.length >>> 16, content.length >>> 8, content.length]
    .map((byte) => byte & 0xff)
    .concat(content);
}
