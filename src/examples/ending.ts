/** How a run ended against how its `example.json` says that it must. */
import type { Outcome } from '../sandbox/contract.ts';
import type { Ending } from './schema.ts';

/** Whether the kind is the same and the message, where one is demanded, is part of what the program said. */
export function endsAs(outcome: Outcome, ending: Ending): boolean {
  return outcome.kind === ending.kind && (ending.message === undefined || outcome.message.includes(ending.message));
}

/** An ending in words for a failing test: `error "context canceled" at main.ts:12`. */
export function describeEnding(ending: Ending | Outcome): string {
  const message = ending.message ? ` ${JSON.stringify(ending.message)}` : '';
  const at = 'at' in ending && ending.at ? ` at ${ending.at.file}:${ending.at.line}` : '';
  const tasks =
    'tasks' in ending
      ? ending.tasks.map(
          ({ name, operation, at: place }) => `${name}: ${operation}${place ? ` (${place.file}:${place.line})` : ''}`,
        )
      : [];
  return `${ending.kind}${message}${at}${tasks.length > 0 ? ` [${tasks.join('; ')}]` : ''}`;
}
