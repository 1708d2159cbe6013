// Each turn of a loop has a variable of its own, so every goroutine sees its own.
import { WaitGroup } from 'csp';

const group = new WaitGroup();
const squares: number[] = [];
for (let i = 0; i < 5; i += 1) {
  group.go(() => {
    squares[i] = i * i;
  });
}
await group.wait();
console.log(...squares);
