// To release more than is held is a panic.
import { Semaphore } from 'csp';

const sem = new Semaphore(2);
sem.tryAcquire(1);
try {
  sem.release(2);
} catch (error) {
  if (error instanceof Error) console.log(error.message);
}
