/** The first page that shows each example, by the example's id: found in the text of the pages. */
export function mentions(
  pages: readonly { readonly id: string; readonly body?: string | undefined }[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const pattern = /<Example\s[^>]*?\bid="([^"]+)"/g;
  for (const { id, body = '' } of pages) {
    for (const [, used = ''] of body.matchAll(pattern)) if (!found.has(used)) found.set(used, id);
  }
  return found;
}
