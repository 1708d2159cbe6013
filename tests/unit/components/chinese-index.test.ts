import { expect, it } from 'vitest';
import { divideWords } from '../../../src/components/site/search/chinese-index.ts';

it('divides Chinese text into the words of a browser, and leaves everything else alone', () => {
  const html =
    '<h3 id="死锁有行号" title="工作池">死锁有行号</h3><script>"工作池"</script><p>Go 的工作池，lab.worker.id</p>';
  expect(divideWords(html).replaceAll('\u200B', '|')).toBe(
    '<h3 id="死锁有行号" title="工作池">死|锁|有|行|号</h3><script>"工作池"</script><p>Go 的|工作|池，lab.worker.id</p>',
  );
});
