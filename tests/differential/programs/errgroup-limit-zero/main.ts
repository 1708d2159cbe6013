// Under a limit of 0 nothing starts; a negative limit is none.
import { background, errGroup } from 'csp';

const [group] = errGroup(background());
const nothing = (): undefined => undefined;
group.setLimit(0);
console.log(group.tryGo(nothing));
group.setLimit(-1);
console.log(group.tryGo(nothing), group.tryGo(nothing));
await group.wait();
console.log(true);
group.setLimit(0);
await group.go(nothing);
console.log('never');
