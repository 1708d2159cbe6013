import { deflateRawSync } from 'node:zlib';
import { encodeShare } from '../../../src/learn/share.ts';

/** The fragment of a link to this code; bytes are packed as they are, whatever they say. */
export function fragmentOf(code: string | Buffer): Promise<string> {
  if (typeof code === 'string') return encodeShare({ files: [{ name: 'main.ts', code }] });
  return Promise.resolve(`#code=1.${deflateRawSync(code, { level: 9 }).toString('base64url')}`);
}
