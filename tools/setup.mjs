/**
 * Makes a fresh clone ready: `node tools/setup.mjs [--browser]`. It runs before `npm start` and `npm test`, with
 * whatever Node the machine has (20 or newer) and without any package, so it is plain JavaScript.
 *
 * It installs the packages when they are missing or are not those of `package-lock.json`; among them is the Node that all other
 * commands run on. With `--browser` it also finds Chromium, or installs it where it can. What it does, it says; what
 * it cannot do ends in one sentence and exit code 1.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const OLDEST_NODE = 20;

/**
 * A package as a lockfile describes it.
 * @typedef {{ version?: string; optional?: boolean; devOptional?: boolean }} LockedPackage
 */

/**
 * Whether what stands in node_modules is what the lockfile asks for: same versions, nothing missing but packages for
 * other platforms.
 * @param {Record<string, LockedPackage>} wanted `packages` of package-lock.json
 * @param {Record<string, LockedPackage>} installed `packages` of node_modules/.package-lock.json
 * @returns {boolean}
 */
export function isCurrent(wanted, installed) {
  return (
    Object.keys(installed).every((path) => wanted[path] !== undefined) &&
    Object.entries(wanted).every(([path, { version, optional = false, devOptional = false }]) => {
      if (path === '') return true;
      const found = installed[path];
      return found === undefined ? optional || devOptional : found.version === version;
    })
  );
}

/**
 * Where Chromium is looked for, in this order; Playwright's own comes last. The shell is Chromium without its windows:
 * what it shows of a page is the same, in half the time.
 * @param {Record<string, string | undefined>} environment
 * @returns {string[]}
 */
export function chromiumPlaces(environment) {
  const named = environment['CHROMIUM_PATH'];
  return [
    ...(named === undefined || named === '' ? [] : [named]),
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
}

/**
 * Ends with one sentence.
 * @param {string} sentence
 * @returns {never}
 */
function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

/**
 * @param {string} file path from the root
 * @returns {Record<string, LockedPackage> | undefined} `packages` of a lockfile, undefined where there is none to read
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(`${ROOT}${file}`, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * Runs a command in the root, its output shown, nothing to read from.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {boolean} whether it succeeded
 */
function run(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

function installPackages() {
  const installed = packagesOf('node_modules/.package-lock.json');
  if (installed !== undefined && isCurrent(packagesOf('package-lock.json') ?? {}, installed)) return;
  console.log(
    installed === undefined
      ? 'Installing the packages (npm ci, about 20 seconds) …'
      : 'The packages are not those of package-lock.json: installing them again (npm ci) …',
  );
  // npm itself runs on the machine's own Node: the one in node_modules is being replaced.
  const npm = process.env['npm_execpath'];
  const node = process.env['npm_node_execpath'] ?? process.execPath;
  const done = npm ? run(node, [npm, 'ci', '--no-audit', '--no-fund']) : run('npm', ['ci', '--no-audit', '--no-fund']);
  if (!done) fail('The packages could not be installed: npm ci failed, and says why above. Is the registry reachable?');
}

/** The guide's tools need a newer Node than the machine's may be; it comes with the packages. */
function checkNode() {
  const own = `${ROOT}node_modules/.bin/node`;
  const version = spawnSync(existsSync(own) ? own : 'node', ['--version'], { encoding: 'utf8' }).stdout ?? '';
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return;
  fail(
    `The tools need Node 22.18 or newer, and no package brings it for ${process.platform} ${process.arch}: install it and try again.`,
  );
}

/**
 * @param {string} path
 * @returns {boolean} whether this is a browser that starts: a name may stand for a program that only tells how to install one
 */
function starts(path) {
  return existsSync(path) && spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 60_000 }).status === 0;
}

/** @returns {Promise<string | undefined>} the Chromium of this machine */
async function findChromium() {
  const found = chromiumPlaces(process.env).find((path) => starts(path));
  if (found !== undefined) return found;
  const { chromium } = await import('playwright');
  return starts(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

/** @returns {Promise<void>} */
async function provideChromium() {
  const named = process.env['CHROMIUM_PATH'];
  if (named && !starts(named)) fail(`CHROMIUM_PATH names ${named}, which is no Chromium that starts.`);
  const found = await findChromium();
  if (found !== undefined) {
    console.log(`Browser tests use ${found}.`);
    return;
  }
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Chromium is missing: installing chromium-headless-shell and fonts-noto-cjk (apt-get) …');
    const install = (name) => run('apt-get', ['install', '-y', '--no-install-recommends', name, 'fonts-noto-cjk']);
    // Not every release of Debian has the shell by itself.
    const installed = run('apt-get', ['update']) && (install('chromium-headless-shell') || install('chromium'));
    if (installed && (await findChromium()) !== undefined) return;
    console.log('apt-get could not provide Chromium.');
  }
  console.log(
    'Chromium is missing: downloading the one that belongs to Playwright (npx playwright install chromium) …',
  );
  run(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium']);
  if ((await findChromium()) !== undefined) return;
  fail('The tests need Chromium and could not install it: install it, or set CHROMIUM_PATH to one, and try again.');
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    fail(`This needs Node ${OLDEST_NODE} or newer; here is ${process.version}.`);
  }
  installPackages();
  checkNode();
  if (process.argv.includes('--browser')) await provideChromium();
}
