/**
 * What Lighthouse says of the built site: `npm run lighthouse [-- --runs 5]`, after a build (`SITE_DIST` names another
 * folder than `dist`). Accessibility, best practices and SEO must be 100; of performance it prints the median, since a
 * busy machine lowers it.
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { chromiumPath, CHROMIUM_ARGS } from '../tests/harness/harness.ts';
import { ROOT, run } from './support/process.ts';
import { serveSite } from './support/server.ts';
import { median, table } from './support/table.ts';
import { sayTotal } from './support/total.ts';

/** One page of each template, in both languages. */
const PAGES = ['', 'start/otlp-init/', 'playground/', 'traces/'].flatMap((page) => [page, `zh-cn/${page}`]);
/** What does not depend on the machine. */
const PERFECT = ['accessibility', 'best-practices', 'seo'] as const;

/** Scores of one run, 0 to 100, and what kept them from being perfect. */
interface Scores {
  readonly performance: number;
  readonly perfect: Readonly<Record<(typeof PERFECT)[number], number>>;
  readonly faults: readonly string[];
}

/** The parts of Lighthouse's report that are read here. */
interface Report {
  readonly categories: Readonly<
    Record<
      string,
      { readonly score: number | null; readonly auditRefs: readonly { readonly id: string; readonly weight: number }[] }
    >
  >;
  readonly audits: Readonly<Record<string, { readonly score: number | null; readonly title: string }>>;
}

function scoresOf(report: Report): Scores {
  const score = (name: string): number => Math.round((report.categories[name]?.score ?? 0) * 100);
  const refs = PERFECT.flatMap((name) => report.categories[name]?.auditRefs ?? []);
  const faults = refs.flatMap(({ id, weight }) => {
    const audit = report.audits[id];
    return audit && weight > 0 && audit.score !== null && audit.score < 1 ? [audit.title] : [];
  });
  return {
    performance: score('performance'),
    perfect: { accessibility: score('accessibility'), 'best-practices': score('best-practices'), seo: score('seo') },
    faults,
  };
}

async function measure(url: string): Promise<Scores> {
  const flags = ['--headless=new', ...CHROMIUM_ARGS].join(' ');
  const args = [url, '--quiet', '--output=json', '--output-path=stdout', `--chrome-flags=${flags}`];
  const env = { CHROME_PATH: chromiumPath() ?? chromium.executablePath() };
  const { code, output } = await run('lighthouse', args, { quiet: true, env });
  const start = output.indexOf('{\n');
  if (code !== 0 || start < 0) throw new Error(`Lighthouse could not measure ${url}: ${output.trim().slice(-2_000)}`);
  return scoresOf(JSON.parse(output.slice(start, output.lastIndexOf('}') + 1)));
}

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
const runs = Math.max(1, Number(values.runs));
const directory = process.env['SITE_DIST'] ?? `${ROOT}dist`;
const server = await serveSite({ directory, base: process.env['SITE_BASE'] ?? '' });
const rows: string[][] = [];
const faults: string[] = [];
const total = { passed: 0, failed: 0 };
try {
  for (const page of PAGES) {
    const all: Scores[] = [];
    for (let round = 0; round < runs; round++) all.push(await measure(new URL(page, server.url).href));
    const worst = PERFECT.map((name) => Math.min(...all.map(({ perfect }) => perfect[name])));
    for (const score of worst) {
      if (score === 100) total.passed++;
      else total.failed++;
    }
    for (const fault of new Set(all.flatMap((scores) => scores.faults))) faults.push(`/${page}: ${fault}`);
    rows.push([`/${page}`, String(median(all.map(({ performance }) => performance))), ...worst.map(String)]);
  }
} finally {
  await server.close();
}
console.log(table([['page', 'performance', ...PERFECT], ...rows]));
for (const fault of faults) console.log(fault);
sayTotal(total);
