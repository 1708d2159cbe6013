/** What the benchmark does inside a page. Each function is sent to the page as text, so it uses nothing from here. */

/** A page with nothing but a button; a click makes a worker, and its answer a row. */
export const FLOOR_PAGE = `<!doctype html><main><button data-do="run">Run</button><div class="tp-ex-run"></div></main><script>
document.querySelector('button').addEventListener('click', () => {
  const source = new Blob(['onmessage = ({ data }) => postMessage(data + 1)'], { type: 'text/javascript' });
  const worker = new Worker(URL.createObjectURL(source));
  worker.onmessage = ({ data }) => {
    const grid = document.createElement('div');
    grid.role = 'treegrid';
    const row = document.createElement('div');
    row.role = 'row';
    row.textContent = data;
    grid.append(row);
    document.querySelector('.tp-ex-run').append(grid);
  };
  worker.postMessage(1);
});
</script>`;

/** Clicks Run in a card and waits for the first row of the live trace: the time between in ms. */
export function clickToRow(card: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const root = document.querySelector(card);
    const button = root?.querySelector<HTMLElement>('[data-do="run"]');
    if (!root || !button) {
      reject(new Error(`There is no ${card} with a Run button.`));
      return;
    }
    let start = 0;
    const look = new MutationObserver(() => {
      if (!root.querySelector('.tp-ex-run [role="treegrid"] [role="row"]')) return;
      look.disconnect();
      resolve(performance.now() - start);
    });
    look.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ['role'] });
    setTimeout(() => reject(new Error('No row appeared within 20 s.')), 20_000);
    start = performance.now();
    button.click();
  });
}

/** Clicks Run in a card and waits for its status line to say how many spans came: the time between in ms. */
export function runToEnd({ card, spans }: { readonly card: string; readonly spans: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    const root = document.querySelector(card);
    const button = root?.querySelector<HTMLElement>('[data-do="run"]');
    const status = root?.querySelector('[role="status"]');
    if (!root || !button || !status) {
      reject(new Error(`There is no ${card} with a Run button.`));
      return;
    }
    let start = 0;
    const look = new MutationObserver(() => {
      const found = /\d[\d,.\s]*/.exec(status.textContent ?? '')?.[0].replaceAll(/\D/g, '');
      if (Number(found) !== spans) return;
      look.disconnect();
      resolve(performance.now() - start);
    });
    look.observe(status, { childList: true, subtree: true, characterData: true });
    setTimeout(() => reject(new Error(`The run did not end: "${status.textContent}".`)), 30_000);
    start = performance.now();
    button.click();
  });
}
