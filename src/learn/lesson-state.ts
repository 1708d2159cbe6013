import type { Progress } from './progress.ts';

/** How far a reader is with a lesson. */
export type LessonState = 'unread' | 'read' | 'passed';

/** A lesson as far as its state depends on it. */
export interface StatedLesson {
  /** The lesson's path, such as `31-concurrency/worker-pool`. */
  readonly slug: string;
  /** The ids of its exercises. */
  readonly exercises: readonly string[];
}

/** `passed` once every exercise has been passed, however the text was read; a lesson without exercises can only be read. */
export function lessonState(
  progress: Pick<Progress, 'read' | 'passed'>,
  { slug, exercises }: StatedLesson,
): LessonState {
  if (exercises.length > 0 && exercises.every((id) => progress.passed.has(id))) return 'passed';
  return progress.read.has(slug) ? 'read' : 'unread';
}
