/** Runs the commands that the tools are made of, always with the Node that runs the tool itself. */
import { spawn } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The root of the repository, with a slash at the end. */
export const ROOT: string = fileURLToPath(new URL('../../', import.meta.url));

/** Where the scripts of the packages are that the tools start. */
const SCRIPTS = {
  astro: 'node_modules/astro/bin/astro.mjs',
  lighthouse: 'node_modules/lighthouse/cli/index.js',
  oxfmt: 'node_modules/oxfmt/bin/oxfmt',
  oxlint: 'node_modules/oxlint/bin/oxlint',
  playwright: 'node_modules/@playwright/test/cli.js',
  // `node_modules/.bin/tsc` is the older compiler, which only `astro check` needs.
  tsc: 'node_modules/typescript-7/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
} as const;

/** A command of a package. */
export type Command = keyof typeof SCRIPTS;

/** What a command came to. */
export interface Finished {
  /** Exit code; 1 where a signal ended it. */
  readonly code: number;
  /** What it printed, both streams in order of arrival; empty when it was shown at once. */
  readonly output: string;
}

/** How to run a command. */
export interface RunOptions {
  /** Keep what it prints instead of showing it. */
  readonly quiet?: boolean;
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a command of a package in the root of the repository. It has nothing to read from. */
export function run(command: Command, args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  return runNode([SCRIPTS[command], ...args], options);
}

/** Runs a script with this Node in the root of the repository. */
export function runNode(args: readonly string[], { quiet = false, env = {} }: RunOptions = {}): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args], {
      cwd: ROOT,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    let output = '';
    const keep = (chunk: string): void => {
      output += chunk;
    };
    child.stdout?.setEncoding('utf8').on('data', keep);
    child.stderr?.setEncoding('utf8').on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
