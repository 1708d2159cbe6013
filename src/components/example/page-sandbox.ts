import { Sandbox } from '../../sandbox/host/sandbox.ts';

/** The one sandbox of this page: one frame and one running program, whichever card it belongs to. */
export const pageSandbox = new Sandbox(document);
