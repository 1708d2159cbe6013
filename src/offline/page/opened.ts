/**
 * The pages that were opened in this tab and that no service worker has been asked to keep yet: who goes on before there is
 * one has opened them all the same.
 */
const KEY = 'traced-patterns-opened';

/**
 * Notes this page, and the data of its examples: their runs, solutions and recorded Go traces. The page before is noted
 * too: it may have been left before its own scripts ran.
 */
export function noteOpened(): void {
  const data = [...document.querySelectorAll<HTMLElement>('[data-src], [data-compare]')].map(
    ({ dataset }) => dataset['src'] ?? dataset['compare'] ?? '',
  );
  const files = [document.referrer, location.href, ...data]
    .map((address) => new URL(address, location.href))
    .flatMap(({ origin, pathname }) => (origin === location.origin ? [pathname] : []));
  try {
    sessionStorage.setItem(KEY, [...new Set([...opened(), ...files])].join(' '));
  } catch {
    // Storage is denied: then there is no service worker either.
  }
}

/** The paths of what was noted. */
export function opened(): readonly string[] {
  try {
    return sessionStorage.getItem(KEY)?.split(' ') ?? [];
  } catch {
    return [];
  }
}

/** They have been handed over. */
export function forgetOpened(): void {
  sessionStorage.removeItem(KEY);
}
