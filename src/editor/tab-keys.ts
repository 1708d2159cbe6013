/** Whether Tab moves the focus or indents. */
export type TabKey = 'moves' | 'indents';

/** What the reader does that changes what Tab means. */
export type TabEvent = 'arrived' | 'typed' | 'clicked' | 'left';

/**
 * What Tab does next: it moves on for a reader who only passes through, and indents for one who has typed or clicked
 * inside. So nobody is trapped and nobody has to learn a key for it.
 */
export function nextTabKey(current: TabKey, event: TabEvent): TabKey {
  switch (event) {
    case 'typed':
    case 'clicked':
      return 'indents';
    case 'left':
      return 'moves';
    case 'arrived':
      // The press of a mouse arrives and clicks, in either order.
      return current;
  }
}
