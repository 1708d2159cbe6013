// To wait on a condition without holding its lock ends the program, as any unlock of an unlocked mutex does.
import { Cond, Mutex } from 'csp';

const cond = new Cond(new Mutex());
await cond.wait();
