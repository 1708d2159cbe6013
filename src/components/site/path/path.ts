/** The nine-week path in one language: which lessons exist, how long they take, and what they build on. */
import { getCollection } from 'astro:content';
import weeks from '../../../../content/path/weeks.json' with { type: 'json' };
import { parsePath } from '../../../learn/path-data.ts';

/** The languages in which the path is written, by Starlight's language tags. */
export type Language = 'en' | 'zh-CN';

/** A page on the path; `exists` says whether there is one to link to. */
export interface Step {
  readonly slug: string;
  readonly title: string;
  readonly exists: boolean;
  /** Reading and running, without the exercise. */
  readonly minutes: number;
  /** The ids of its exercises. */
  readonly exercises: readonly string[];
}

/** One lesson of the path. */
export interface Lesson extends Step {
  /** Lessons that it builds on. */
  readonly needs: readonly string[];
  /** Names of Go's libraries under which a reader may look for it. */
  readonly names: readonly string[];
}

/** The larger exercise at the end of a week. Until its page is written it has neither title nor minutes. */
export interface Capstone extends Step {
  /** What is to be done. */
  readonly text: string;
}

/** One week of the path with its words in one language. */
export interface Week {
  readonly week: number;
  readonly title: string;
  readonly summary: string;
  readonly objectives: readonly string[];
  readonly needs: string;
  readonly capstone: Capstone;
  readonly lessons: readonly Lesson[];
}

/**
 * The nine weeks in one language. A lesson exists as soon as its English page does: without a translation the English
 * text is served at the translated address, with a notice.
 */
export async function readPath(language: Language): Promise<readonly Week[]> {
  const pages = new Map((await getCollection('docs')).map(({ id, data }) => [id, data]));
  const exercises = await exercisesByLesson();
  const titleOf = (slug: string): string | undefined =>
    (language === 'zh-CN' ? pages.get(`zh-cn/${slug}`)?.title : undefined) ?? pages.get(slug)?.title;
  return parsePath(weeks, 'content/path/weeks.json').map(({ lessons, capstone, ...week }) => ({
    week: week.week,
    title: week.title[language],
    summary: week.summary[language],
    objectives: week.objectives[language],
    needs: week.needs[language],
    capstone: {
      slug: capstone.slug,
      title: titleOf(capstone.slug) ?? '',
      text: capstone.text[language],
      exists: pages.has(capstone.slug),
      minutes: pages.get(capstone.slug)?.minutes ?? 0,
      exercises: exercises.get(capstone.slug) ?? [],
    },
    lessons: lessons.map((lesson) => {
      const page = pages.get(lesson.slug);
      return {
        slug: lesson.slug,
        title: lesson.title[language],
        exists: page !== undefined,
        minutes: page?.minutes ?? lesson.minutes,
        needs: page?.prerequisites ?? lesson.needs,
        names: lesson.names ?? [],
        exercises: exercises.get(lesson.slug) ?? [],
      };
    }),
  }));
}

/** The exercises of each lesson: an example stands in the lesson that its id begins with. */
export async function exercisesByLesson(): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  for (const { id, data } of await getCollection('examples')) {
    if (data.meta.kind !== 'exercise') continue;
    const lesson = id.slice(0, id.lastIndexOf('/'));
    found.set(lesson, [...(found.get(lesson) ?? []), id]);
  }
  return found;
}

/** The first lesson that can be read, or `undefined` while there is none. */
export function firstLesson(path: readonly Week[]): Lesson | undefined {
  return path.flatMap(({ lessons }) => lessons).find(({ exists }) => exists);
}

/** The pages of the path that are written, in its order: after the lessons of each week its capstone. */
export function writtenSteps(path: readonly Week[]): readonly Step[] {
  return path.flatMap(({ lessons, capstone }) => [...lessons, capstone]).filter(({ exists }) => exists);
}
