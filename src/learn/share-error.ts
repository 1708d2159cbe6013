import { learnStrings, type LearnKey, type Language } from './strings.ts';

export type ShareProblem = Extract<LearnKey, `share.${string}`>;

/** Why a link cannot be made or opened. `message` is one English sentence. */
export class ShareError extends Error {
  override readonly name = 'ShareError';
  readonly problem: ShareProblem;

  constructor(problem: ShareProblem) {
    super(learnStrings.en[problem]);
    this.problem = problem;
  }

  /** The same sentence in the language of the page. */
  sentence(language: Language): string {
    return learnStrings[language][this.problem];
  }
}
