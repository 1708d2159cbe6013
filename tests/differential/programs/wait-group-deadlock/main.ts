// To wait for a group that nobody brings to 0 is a deadlock.
import { go, WaitGroup } from 'csp';

const group = new WaitGroup();
group.add(2);
go(() => group.done());
await group.wait();
console.log('never');
