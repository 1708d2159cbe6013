import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { diagramSchema } from './src/components/diagram/schema.ts';
import { practicesLoader } from './src/components/practice/read.ts';
import { examplesLoader } from './src/examples/loader.ts';

/** Words of the site's own interface; the files are content/i18n/<language tag>.json. */
const siteWords = z.object({
  'site.theme.label': z.string(),
  'site.theme.dark': z.string(),
  'site.nav': z.string(),
  'site.playground': z.string(),
  'site.playground.title': z.string(),
  'site.playground.description': z.string(),
  'site.traces': z.string(),
  'site.traces.title': z.string(),
  'site.traces.description': z.string(),
  'site.lessons': z.string(),
  'site.week': z.string(),
  'site.lesson.week': z.string(),
  'site.lesson.minutes': z.string(),
  'site.lesson.needs': z.string(),
  'site.footer': z.string(),
  'site.read.unread': z.string(),
  'site.read.read': z.string(),
  'site.read.passed': z.string(),
  'site.read.mark': z.string(),
  'site.read.unmark': z.string(),
  'site.read.rule': z.string(),
  'site.continue': z.string(),
  'site.path.title': z.string(),
  'site.path.description': z.string(),
  'site.path.continue': z.string(),
  'site.path.next': z.string(),
  'site.path.about': z.string(),
  'site.path.needs': z.string(),
  'site.path.unread': z.string(),
  'site.path.read': z.string(),
  'site.path.passed': z.string(),
  'site.path.minutes': z.string(),
  'site.path.comma': z.string(),
  'site.path.capstone': z.string(),
  'site.path.previous': z.string(),
  'site.path.following': z.string(),
  'site.backup.title': z.string(),
  'site.backup.text': z.string(),
  'site.backup.save': z.string(),
  'site.backup.edits': z.string(),
  'site.backup.open': z.string(),
  'site.reference.title': z.string(),
  'site.reference.description': z.string(),
  'site.reference.nav': z.string(),
  'site.reference.filter': z.string(),
  'site.reference.found': z.string(),
  'site.reference.patterns': z.string(),
  'site.reference.examples': z.string(),
  'site.reference.practices': z.string(),
  'site.reference.spans': z.string(),
  'site.reference.metrics': z.string(),
  'site.reference.attributes': z.string(),
  'site.reference.basic': z.string(),
  'site.reference.failure': z.string(),
  'site.reference.antipattern': z.string(),
  'site.reference.exercise': z.string(),
  'site.home.start': z.string(),
  'site.home.continue': z.string(),
  'site.home.playground': z.string(),
  'site.home.index': z.string(),
  'site.home.lessons': z.string(),
  'site.home.toCome': z.string(),
  'site.keys': z.string(),
  'site.offline': z.string(),
  'site.offline.title': z.string(),
  'site.offline.description': z.string(),
});

/** What a lesson says of itself besides its title; pages that are no lesson have none of it. */
const lesson = z.object({
  /** The week of the path that it belongs to. */
  week: z.int().min(1).max(9),
  /** Reading and running, without the exercise. */
  minutes: z.int().positive(),
  /** What a reader can do afterwards. */
  objectives: z.array(z.string()).min(3).max(5),
  /** Lessons that it builds on, such as `start/otlp-init`. */
  prerequisites: z.array(z.string()),
  /** Terms that are explained here for the first time. */
  terms: z.array(z.string()),
  /** What a reader might look for and does not find here. */
  outOfScope: z.array(z.string()),
  /** The versions against which code and claims were tested. */
  tested: z.record(z.string(), z.string()),
});

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend: lesson.partial() }) }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema({ extend: siteWords.partial() }) }),
  examples: defineCollection({ loader: examplesLoader() }),
  diagrams: defineCollection({
    loader: glob({ base: './content/diagrams', pattern: '**/*.json' }),
    schema: diagramSchema,
  }),
  practices: defineCollection({ loader: practicesLoader() }),
};
