/**
 * Links that lead back to where the reader was: shown once there is such a place, and only elsewhere. Until then they
 * lead, unseen, to the home page of their language.
 */
import { loadPlace } from '../../learn/place.ts';

const place = loadPlace();
if (place) {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-continue]')) {
    const path = `${link.pathname}${place.lesson}/`;
    if (location.pathname === path) continue;
    link.href = `${path}${place.heading === undefined ? '' : `#${place.heading}`}`;
    link.hidden = false;
    // On the home page it takes the place of the way in.
    for (const start of document.querySelectorAll<HTMLElement>('[data-start]')) start.hidden = true;
  }
}
