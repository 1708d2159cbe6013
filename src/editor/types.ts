import address from 'virtual:editor-types';

/** Type definitions by the path under which the editor finds them, such as `file:///node_modules/csp/index.d.ts`. */
export type TypeFiles = Readonly<Record<string, string>>;

/** Fetches the types of everything that an example can import. Rejects when they cannot be had. */
export async function fetchTypes(): Promise<TypeFiles> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} was answered with ${response.status}`);
  const files: unknown = await response.json();
  if (!isTypeFiles(files)) throw new TypeError(`${address} does not hold type definitions`);
  return files;
}

function isTypeFiles(value: unknown): value is TypeFiles {
  return typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string');
}
