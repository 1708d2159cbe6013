/** Builds the Go programs and runs them. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import process from 'node:process';
import { endingOfGo, type GoExit } from './ending.ts';

const MODULE = fileURLToPath(new URL('.', import.meta.url));
const CACHE = fileURLToPath(new URL('../../.cache/differential/', import.meta.url));
/** `go.mod` asks for this version; nothing is ever downloaded in its place. */
const ENVIRONMENT = { ...process.env, GOTOOLCHAIN: 'local' };

interface Finished extends GoExit {
  readonly stdout: string;
}

function execute(file: string, args: readonly string[], environment: NodeJS.ProcessEnv): Promise<Finished> {
  return new Promise((resolve, reject) => {
    execFile(file, args, { cwd: MODULE, env: environment, timeout: 300_000 }, (error, stdout, stderr) => {
      // A number is an exit code; a string says that the program could not be started.
      if (error !== null && typeof error.code !== 'number') reject(error);
      else resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

/** What `go version` says, or undefined where Go is not installed. */
export async function goVersion(): Promise<string | undefined> {
  try {
    const { stdout } = await execute('go', ['version'], ENVIRONMENT);
    return stdout.trim();
  } catch {
    return undefined;
  }
}

/**
 * Builds all programs, once for as long as no source changes, and gives the folder with one binary a rule.
 *
 * @throws Error with what the compiler says.
 */
export async function buildAll(version: string): Promise<string> {
  const hash = createHash('sha256').update(version);
  const sources: string[] = [];
  for await (const source of glob(['**/*.go', 'go.mod', 'go.sum'], { cwd: MODULE })) sources.push(source);
  for (const source of sources.toSorted()) hash.update(source).update(await readFile(`${MODULE}${source}`));
  const digest = hash.digest('hex');
  const stamp = `${CACHE}built`;
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === digest) return `${CACHE}bin/`;
  await rm(CACHE, { recursive: true, force: true });
  await mkdir(`${CACHE}bin`, { recursive: true });
  // No debug information and no trace of the machine: smaller, and half the time to link.
  const args = ['build', '-trimpath', '-buildvcs=false', '-ldflags=-s -w', '-o', `${CACHE}bin/`, './programs/...'];
  const { code, stderr } = await execute('go', args, ENVIRONMENT);
  if (code !== 0) throw new Error(`The Go programs could not be built: ${stderr}`);
  await writeFile(stamp, digest);
  return `${CACHE}bin/`;
}

/**
 * Runs one program and gives what it printed, with its ending as the last line.
 *
 * @param processors how many threads may run Go code at a time: another number, another schedule.
 */
export async function runGo(binary: string, processors: number): Promise<string> {
  const finished = await execute(binary, [], { ...ENVIRONMENT, GOMAXPROCS: String(processors), GOTRACEBACK: 'none' });
  return `${finished.stdout}-- ${endingOfGo(finished)}\n`;
}
