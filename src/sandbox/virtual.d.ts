/** Made by `build/vite-plugin.ts`: the frame's script and the addresses of the worker's chunks. */
declare module 'virtual:sandbox' {
  export const chunkUrls: Readonly<Record<import('./build/chunks.ts').ChunkName, string>>;
  export const frameScript: string;
  /** A CSP source expression without quotes. */
  export const frameHash: string;
}
