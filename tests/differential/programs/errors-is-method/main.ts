// An error's own Is method can make it count as another.
import { isError } from 'csp';

const notFound = new Error('not found');

class StatusError extends Error {
  readonly code: number;

  constructor(code: number) {
    super(`status ${code}`);
    this.code = code;
  }

  is(target: Error): boolean {
    return this.code === 404 && target === notFound;
  }
}

for (const code of [404, 500]) {
  const error = new Error('get', { cause: new StatusError(code) });
  console.log(code, isError(error, notFound));
}
