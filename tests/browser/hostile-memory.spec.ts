import { runsOnAfterwards, withstand, type Attack } from './support/attack.ts';
import { test } from './support/test.ts';

const ATTACKS: readonly Attack[] = [
  {
    name: 'a string that doubles',
    code: `let text = 'x';\nfor (;;) text += text;`,
    ends: /^RangeError: Invalid string length\. 0 spans, 0 errors\.$/,
  },
  {
    name: 'an array of an impossible length',
    code: 'new Array(-1);',
    ends: /^RangeError: Invalid array length\. /,
  },
  {
    name: 'buffers that are kept',
    code: `const all: ArrayBuffer[] = [];\nfor (;;) { all.push(new ArrayBuffer(100_000_000)); await undefined; }`,
    ends: /^RangeError: Array buffer allocation failed\. 0 spans, 0 errors\.$|^Stopped: the program (used more memory than|ran for 10 s)/,
  },
  {
    name: 'a set whose iterator never ends, in the console',
    code: 'class Endless extends Set { override *[Symbol.iterator](): any { for (;;) yield 1; } }\nconsole.log(new Endless());',
    ends: 'stop',
  },
  {
    name: 'promises that are never let go',
    code: `const waiting: unknown[] = [];
for (;;) {
  waiting.push(new Promise(() => undefined).then(() => waiting));
  await undefined;
}`,
    ends: 'stop',
  },
];

for (const attack of ATTACKS) {
  test(`the page withstands ${attack.name}`, async ({ page }) => {
    const card = await withstand(page, attack);
    await runsOnAfterwards(card);
  });
}
