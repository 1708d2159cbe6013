import type { SourceFile } from '../sandbox/contract.ts';
import { deflate, fromBase64Url, inflate, toBase64Url } from './packing.ts';
import { ShareError } from './share-error.ts';

/** Code as a link carries it. */
export interface SharedCode {
  readonly files: readonly SourceFile[];
  /** The name of the file to start with. */
  readonly entry: string;
  readonly title?: string;
}

/** The most bytes that a link may unpack to: 256 kB. */
export const largestShare = 256 * 1024;
/** The most files that a link may hold. */
export const mostSharedFiles = 16;

const prefix = 'code=';
const version = '1';
const longestTitle = 200;

/**
 * The fragment of a share link, `#code=1.…`: the files as JSON, deflated (RFC 1951), in base64url (RFC 4648 §5). A
 * fragment is never sent to a server.
 *
 * @throws {ShareError} for code that no link can carry.
 */
export async function encodeShare(code: {
  readonly files: readonly SourceFile[];
  readonly entry?: string;
  readonly title?: string;
}): Promise<string> {
  const entry = code.entry ?? startOf(code.files);
  const checked = check({ ...code, entry });
  const packed = {
    files: checked.files.map((file) => [file.name, file.code]),
    entry: checked.entry,
    title: checked.title,
  };
  const bytes = new TextEncoder().encode(JSON.stringify(packed));
  if (bytes.length > largestShare) throw new ShareError('share.large');
  return `#${prefix}${version}.${toBase64Url(await deflate(bytes))}`;
}

/** Whether a fragment claims to carry code, so that a page knows when to look. */
export function isShare(fragment: string): boolean {
  return withoutHash(fragment).startsWith(prefix);
}

/**
 * The code that a fragment carries. It comes from a stranger: it unpacks to at most 256 kB, however small it looks, and
 * everything in it is checked.
 *
 * @param fragment as in `location.hash`
 * @throws {ShareError} with one sentence, for every way in which a link can be wrong.
 */
export async function decodeShare(fragment: string): Promise<SharedCode> {
  const text = withoutHash(fragment);
  if (!text.startsWith(prefix)) throw new ShareError('share.none');
  const [, found, payload] = /^(\d+)\.(.*)$/su.exec(text.slice(prefix.length)) ?? [];
  if (found === undefined || payload === undefined) throw new ShareError('share.damaged');
  if (found !== version) throw new ShareError('share.version');
  const bytes = await inflate(fromBase64Url(payload), largestShare);
  return check(unpack(parse(bytes)));
}

function withoutHash(fragment: string): string {
  return fragment.startsWith('#') ? fragment.slice(1) : fragment;
}

/** `main.ts`, or the only file, or else the first. */
function startOf(files: readonly SourceFile[]): string {
  return (files.find(({ name }) => name === 'main.ts') ?? files[0])?.name ?? '';
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new ShareError('share.damaged');
  }
}

function unpack(value: unknown): SharedCode {
  if (typeof value !== 'object' || value === null) throw new ShareError('share.damaged');
  const { files, entry, title }: Partial<Record<'files' | 'entry' | 'title', unknown>> = value;
  if (!Array.isArray(files) || typeof entry !== 'string') throw new ShareError('share.damaged');
  const unpacked = files.map((file: unknown): SourceFile => {
    if (!Array.isArray(file)) throw new ShareError('share.damaged');
    const [name, code]: readonly unknown[] = file;
    if (typeof name !== 'string' || typeof code !== 'string') throw new ShareError('share.damaged');
    return { name, code };
  });
  return { files: unpacked, entry, ...(typeof title === 'string' ? { title } : {}) };
}

function check({ files, entry, title }: SharedCode): SharedCode {
  if (files.length === 0 || files.length > mostSharedFiles) throw new ShareError('share.files');
  const names = new Set(files.map(({ name }) => name));
  if (names.size !== files.length || ![...names].every(isPlainName)) throw new ShareError('share.name');
  if (!names.has(entry)) throw new ShareError('share.entry');
  const plain = title?.replaceAll(/\p{C}/gu, ' ').trim().slice(0, longestTitle) ?? '';
  return { files: files.map(({ name, code }) => ({ name, code })), entry, ...(plain === '' ? {} : { title: plain }) };
}

/** A file name such as `main.ts`: letters, digits, `-` and `_`, then `.ts`; at most 64 characters. */
export function isPlainName(name: string): boolean {
  return /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_-]{0,60}\.ts$/u.test(name);
}
