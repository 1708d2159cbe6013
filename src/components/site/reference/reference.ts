/** `<tp-reference>`: shows the entries that hold every word of the filter, as it is typed. */
class ReferenceElement extends HTMLElement {
  connectedCallback(): void {
    const filter = this.querySelector<HTMLElement>('.filter');
    const input = this.querySelector('input');
    const status = this.querySelector<HTMLElement>('[role="status"]');
    if (!filter || !input || !status) return;
    const entries = [...this.querySelectorAll('li')].map((element) => ({
      element,
      text: element.textContent.toLowerCase(),
    }));
    const show = (): void => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      let found = 0;
      for (const { element, text } of entries) {
        const hit = words.every((word) => text.includes(word));
        element.hidden = !hit;
        if (hit) found++;
      }
      for (const section of this.querySelectorAll<HTMLElement>('section')) {
        section.hidden = section.querySelector('li:not([hidden])') === null;
      }
      status.textContent = words.length === 0 ? '' : (status.dataset['one'] ?? '').replace('{{count}}', String(found));
    };
    input.addEventListener('input', show);
    filter.hidden = false;
    // Firefox keeps what was typed over a reload.
    show();
  }
}

customElements.define('tp-reference', ReferenceElement);
