// Time stands still when main has returned, so a goroutine that sleeps then has leaked too.
import { go, sleep } from 'csp';

go(async () => {
  await sleep(1000);
  console.log('never');
});
console.log('main returns');
