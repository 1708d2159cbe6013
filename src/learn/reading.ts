/**
 * When a lesson counts as read: its end has been on the screen for five seconds, and the lesson for a minute. Time in
 * which the page is hidden does not count. The reader is told so beside the mark, and may set or remove it by hand.
 */
export const READ_RULE = { endSeconds: 5, pageSeconds: 60 } as const;

/** What a reader has looked at so far. */
export interface Reading {
  /** One more second has passed; true once the lesson counts as read. */
  second(visible: boolean, endInView: boolean): boolean;
}

/** Begins to count for one lesson. */
export function startReading(): Reading {
  let page = 0;
  let end = 0;
  return {
    second(visible, endInView) {
      if (visible) page++;
      if (visible && endInView) end++;
      return page >= READ_RULE.pageSeconds && end >= READ_RULE.endSeconds;
    },
  };
}
