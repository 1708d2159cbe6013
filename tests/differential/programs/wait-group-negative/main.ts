// A counter below 0 is a panic.
import { WaitGroup } from 'csp';

function caught(body: () => void): string {
  try {
    body();
    return 'nothing';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const group = new WaitGroup();
console.log(caught(() => group.done()));
const other = new WaitGroup();
other.add(2);
console.log(caught(() => other.add(-3)));
