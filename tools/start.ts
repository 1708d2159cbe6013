/**
 * Builds the guide and serves it on this machine: `npm start`. `PORT` names the port (4321, or any free one where that is
 * taken); SITE_BASE is heeded as in the build.
 */
import process from 'node:process';
import { ROOT, run } from './support/process.ts';
import { serveSite, type SiteServer } from './support/server.ts';

const DEFAULT_PORT = 4321;

async function serve(): Promise<SiteServer> {
  const site = { directory: `${ROOT}dist`, base: process.env['SITE_BASE'] ?? '' };
  const asked = process.env['PORT'];
  if (asked !== undefined && asked !== '') return serveSite({ ...site, port: Number(asked) });
  return serveSite({ ...site, port: DEFAULT_PORT }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return serveSite(site);
    throw error;
  });
}

const { code } = await run('astro', ['build']);
if (code === 0) {
  const { url } = await serve();
  console.log(`\nThe guide is at ${url} (Ctrl+C ends it).`);
} else {
  console.error('\nThe site was not built; the reason is above.');
  process.exitCode = 1;
}
