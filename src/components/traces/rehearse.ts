import { madeUpFile, rehearseReading } from '../../import/warm-up.ts';
import { mountRunView, type Translate } from '../../viewer/index.ts';
import { modelOf } from './model.ts';

/** A screenful: as many rows as will be drawn first. */
const SPANS = 24;

/**
 * Reads and draws a made-up trace out of sight and takes it away again, while the page waits for a file. Code, styles and
 * fonts that have been used once are ready: the first rows of the file then take half as long.
 *
 * @param room where the view will stand
 */
export async function rehearse(room: HTMLElement, t: Translate): Promise<void> {
  const file = await rehearseReading(madeUpFile(SPANS));
  if (!file.ok) return;
  const stage = document.createElement('div');
  stage.inert = true;
  stage.style.cssText = 'block-size:0;contain:strict;inline-size:100%;position:absolute;visibility:hidden';
  room.before(stage);
  const unmount = mountRunView(stage, modelOf(file.telemetry), { t, full: true });
  // Asked for a size, the page lays it out at once.
  stage.getBoundingClientRect();
  unmount();
  stage.remove();
}
