import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { sandbox } from '../../src/sandbox/build/vite-plugin.ts';

/** A page that holds nothing but the sandbox: what records golden runs and runs every example. */
export default defineConfig({
  root: fileURLToPath(new URL('../../', import.meta.url)),
  publicDir: false,
  cacheDir: fileURLToPath(new URL('../../.cache/vite-harness', import.meta.url)),
  plugins: [sandbox()],
  optimizeDeps: { noDiscovery: true },
  server: { watch: null, hmr: false },
});
