/** Where telemetry comes from. Only what has an address of its own outlives the page. */
export type Source =
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'address'; readonly src: string }
  | { readonly kind: 'sample' };

/** The source that an address of the page asks for; undefined for the empty page. */
export function sourceOf(search: string): Source | undefined {
  const params = new URLSearchParams(search);
  const src = params.get('src');
  if (src !== null && src !== '') return { kind: 'address', src };
  return params.has('sample') ? { kind: 'sample' } : undefined;
}

/** The query, with `?`, under which a source is opened again; `''` for what lives in this page alone. */
export function searchOf(source: Source): string {
  if (source.kind === 'sample') return '?sample';
  return source.kind === 'address' ? `?${new URLSearchParams({ src: source.src })}` : '';
}

/** The address to fetch, or undefined for one of another origin: a link must not make the page read what it chose. */
export function sameOrigin(src: string, page: string): URL | undefined {
  const address = URL.canParse(src, page) ? new URL(src, page) : undefined;
  return address?.origin === new URL(page).origin ? address : undefined;
}

/** The last part of an address or a file's name, for a sentence and for a saved file. */
export function fileNameOf(address: URL): string {
  const name = address.pathname.split('/').findLast((part) => part !== '');
  if (name === undefined) return address.href;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
