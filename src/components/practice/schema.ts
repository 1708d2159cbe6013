import { z } from 'astro/zod';

/** Words in both languages; names from the code stand between backticks. */
const words = z.strictObject({ en: z.string().min(1), 'zh-cn': z.string().min(1) });

/** One rule with its opposite, and the runs in which both can be seen. */
export const practiceSchema = z.strictObject({
  /** The page that states it, such as `31-concurrency/worker-pool`. */
  page: z.string(),
  /** What to do, in one sentence. */
  do: words,
  /** What not to do, in one sentence that stands behind the word “Don’t”. */
  dont: words,
  /** Examples whose traces show the difference: one with two runs, or two. */
  shows: z.array(z.string()).min(1).max(2),
  /** What differs in these traces. */
  see: words,
  /** Where a reader who doubts it can look it up. */
  source: z.strictObject({ url: z.url(), title: z.string() }).exactOptional(),
});

/** A file of `content/practices/`, named like its chapter: the practices by the name of their anchor. */
export const practicesSchema = z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), practiceSchema);

export type Practice = z.output<typeof practiceSchema>;

/** The anchor of a practice on its page. */
export function anchorOf(id: string): string {
  return `practice-${id.slice(id.lastIndexOf('/') + 1)}`;
}
