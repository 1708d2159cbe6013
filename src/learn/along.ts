/**
 * Whether the reader follows the path in this tab: from a click on the path's page until one in the sidebar. Then "previous"
 * and "next" are those of the path; otherwise those of the chapter.
 */
const KEY = 'traced-patterns-along';

/** From now on the reader follows the path. */
export function followPath(): void {
  remember('path');
}

/** From now on the reader goes their own way. */
export function leavePath(): void {
  remember('');
}

/** Whether the reader follows the path. */
export function followsPath(): boolean {
  try {
    return sessionStorage.getItem(KEY) === 'path';
  } catch {
    return false;
  }
}

function remember(way: string): void {
  try {
    sessionStorage.setItem(KEY, way);
  } catch {
    // Storage is denied: previous and next are those of the chapter.
  }
}
