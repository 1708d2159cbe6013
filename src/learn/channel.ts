/** How tabs tell each other: a `BroadcastChannel`, or what stands for it in a test. */
export interface TabChannel {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  close(): void;
}

/** The channel of this name between the reader's tabs, where the browser has channels. */
export function openChannel(name: string): TabChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}
