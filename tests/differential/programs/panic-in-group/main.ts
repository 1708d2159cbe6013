// WaitGroup.Go does not catch a panic: the program ends, and Wait never returns.
import { WaitGroup } from 'csp';

const group = new WaitGroup();
group.go(() => {
  throw new Error('no milk');
});
await group.wait();
console.log('never');
