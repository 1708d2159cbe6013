import { z } from 'astro/zod';

/** Words in both languages of the site, by Starlight's language tags. */
function both<T extends z.ZodType>(words: T) {
  return z.strictObject({ en: words, 'zh-CN': words });
}

const text = z.string().min(1);
const slug = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/);

const lesson = z.strictObject({
  slug,
  title: both(text),
  /** Reading and running, as planned. What a written page says of itself takes its place. */
  minutes: z.int().positive(),
  /** Lessons that it builds on, as planned. What a written page says of itself takes its place. */
  needs: z.array(slug).readonly(),
  /** Names of Go's libraries under which a reader may look for it. */
  names: z.array(text).min(1).readonly().optional(),
});

const week = z.strictObject({
  week: z.int().min(1).max(9),
  title: both(text),
  summary: both(text),
  /** What a reader can do afterwards. */
  objectives: both(z.array(text).min(3).max(5).readonly()),
  /** What a reader should bring. */
  needs: both(text),
  /** The larger exercise at the end; its page is at `slug` once it is written. */
  capstone: z.strictObject({ slug, text: both(text) }),
  lessons: z.array(lesson).min(1).readonly(),
});

/** One week of `content/path/weeks.json`. */
export type WeekData = Readonly<z.output<typeof week>>;

/**
 * Reads the path: nine weeks in order, each lesson once, and nothing that builds on a later lesson.
 *
 * @param file where it comes from, for the messages
 * @throws an Error that lists everything that is wrong, with its place in the file.
 */
export function parsePath(value: unknown, file: string): readonly WeekData[] {
  const result = z.array(week).safeParse(value);
  if (!result.success) {
    const faults = result.error.issues.map(({ path, message }) => `at ${path.join('.')}: ${message}`);
    throw new Error(`${file} is not a path: ${faults.join('; ')}.`);
  }
  const faults = result.data.flatMap(({ week: number }, index) =>
    number === index + 1 ? [] : [`week ${number} stands where week ${index + 1} belongs`],
  );
  if (result.data.length !== 9) faults.push(`it has ${result.data.length} weeks and not nine`);
  const known = new Set<string>();
  for (const { slug: id, needs } of result.data.flatMap(({ lessons }) => lessons)) {
    for (const need of needs) {
      if (!known.has(need)) faults.push(`${id} builds on ${need}, which does not come before it`);
    }
    if (known.has(id)) faults.push(`${id} is there twice`);
    known.add(id);
  }
  if (faults.length > 0) throw new Error(`${file} is not a path: ${faults.join('; ')}.`);
  return result.data;
}
