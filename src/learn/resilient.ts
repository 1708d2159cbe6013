import { keyText, type EditKey, type EditRecord, type EditTable } from './edits.ts';

/** Why edits are not being kept beyond this tab. */
export type StorageProblem = 'denied' | 'full' | 'blocked' | 'outdated' | 'newer' | 'lost';

/**
 * A table that never fails: what the storage behind it does not take is held in memory, and written when a storage
 * that takes it is attached.
 */
export class ResilientTable implements EditTable {
  readonly #held = new Map<string, EditRecord>();
  readonly #report: (problem: StorageProblem | undefined) => void;
  #table: EditTable | undefined;

  /** @param report is told of each problem, and of its end with undefined */
  constructor(report: (problem: StorageProblem | undefined) => void) {
    this.#report = report;
  }

  /** Uses a storage from now on, and gives it what was held for it. */
  async attach(table: EditTable): Promise<void> {
    this.#table = table;
    await Promise.all([...this.#held.values()].map((record) => this.put(record)));
    if (this.#held.size === 0) this.#report(undefined);
  }

  /** Does without the storage from now on. */
  detach(problem: StorageProblem): void {
    this.#table = undefined;
    this.#report(problem);
  }

  async get(key: EditKey): Promise<unknown> {
    const held = this.#held.get(keyText(key));
    if (held !== undefined || this.#table === undefined) return held;
    try {
      return await this.#table.get(key);
    } catch (error) {
      this.#report(problemOf(error));
      return undefined;
    }
  }

  /** Starts to write before it returns, so that a page that goes away can still call it. */
  async put(record: EditRecord): Promise<void> {
    const key = keyText(record);
    this.#held.set(key, record);
    const table = this.#table;
    if (table === undefined) return;
    try {
      await table.put(record);
    } catch (error) {
      this.#report(problemOf(error));
      return;
    }
    // A later text of the same file may be on its way; it clears its own entry.
    if (this.#held.get(key) === record) this.#held.delete(key);
    if (this.#held.size === 0) this.#report(undefined);
  }

  async delete(key: EditKey): Promise<void> {
    this.#held.delete(keyText(key));
    try {
      await this.#table?.delete(key);
    } catch (error) {
      this.#report(problemOf(error));
    }
  }
}

/** What a refusal of the browser means for the reader. */
export function problemOf(error: unknown): StorageProblem {
  switch (error instanceof Error ? error.name : '') {
    case 'QuotaExceededError':
      return 'full';
    case 'VersionError':
      return 'newer';
    case 'InvalidStateError':
      return 'lost';
    default:
      return 'denied';
  }
}
