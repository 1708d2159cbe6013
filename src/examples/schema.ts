import { z } from 'astro/zod';

/** Words in both languages of the site. */
export const words = z.strictObject({ en: z.string().min(1), 'zh-cn': z.string().min(1) });

/** How a run must end; `message` is part of what the program says. */
export const ending = z.strictObject({
  kind: z.enum(['ok', 'error', 'deadlock', 'leak', 'stuck', 'stopped', 'limit']),
  message: z.string().optional(),
});

/** An answer of the receiver, see `Answer` in `src/sandbox/contract.ts`. */
const answer = z.strictObject({
  status: z.int().min(100).max(599),
  retryAfter: z.string().exactOptional(),
  delayMs: z.int().min(0).exactOptional(),
  rejected: z.strictObject({ count: z.int().min(0), message: z.string() }).exactOptional(),
  silent: z.literal(true).exactOptional(),
});

/** `example.json` of one example; what each field means is in the README, "How to write an example". */
export const exampleSchema = z
  .strictObject({
    title: words,
    summary: words,
    /** The one sentence that this example teaches and no other does. */
    teaches: words,
    kind: z.enum(['basic', 'failure', 'antipattern', 'exercise']),
    /** The tabs, in order. An antipattern has `dont.ts` and `do.ts` first; everything else starts with `main.ts`. */
    files: z
      .array(z.string().regex(/^[a-z][a-z0-9-]*\.ts$/))
      .min(1)
      .max(16),
    clock: z.enum(['virtual', 'real']).default('virtual'),
    /** The leaves of the curriculum that it belongs to. */
    leaves: z.array(z.string()),
    fidelity: z.enum(['real', 'model', 'simulation']),
    /** One ending for every run, or one for each run by its name. */
    ends: z.union([ending, z.record(z.string(), ending)]).default({ kind: 'ok' }),
    /** The version of the semantic conventions that its names follow. */
    conventions: z.literal('1.45.0'),
    answers: z.array(answer).default([]),
  })
  .superRefine(({ kind, files }, context) => {
    const wanted = kind === 'antipattern' ? ['dont.ts', 'do.ts'] : ['main.ts'];
    wanted.forEach((name, index) => {
      if (files[index] !== name) {
        context.addIssue({
          code: 'custom',
          path: ['files', index],
          message: `an example of kind "${kind}" needs "${name}" here`,
        });
      }
    });
  });

export type ExampleMeta = z.output<typeof exampleSchema>;
export type ExampleKind = ExampleMeta['kind'];
export type Ending = z.output<typeof ending>;
