// A select without cases waits for ever.
import { select } from 'csp';

console.log('before');
await select({});
