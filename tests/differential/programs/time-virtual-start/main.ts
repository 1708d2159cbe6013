// Under the virtual clock a program begins at midnight UTC on 2000-01-01, and only waiting takes time.
import { sleep } from 'csp';

const show = (): void => console.log(new Date().toISOString());
show();
let sum = 0;
for (let i = 0; i < 1_000_000; i += 1) sum += i;
show();
await sleep(50 * 60_000);
show();
