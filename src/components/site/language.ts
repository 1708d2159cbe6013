/** The link to the other language leads to the heading that is being read: its id is the same there. */
import { headingInView } from './page.ts';

for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language]')) {
  // Before the click is one: also opening in a new tab, and by keyboard.
  for (const event of ['pointerdown', 'focus']) {
    link.addEventListener(event, () => {
      const heading = headingInView();
      link.hash = heading === undefined ? '' : `#${heading}`;
    });
  }
}
