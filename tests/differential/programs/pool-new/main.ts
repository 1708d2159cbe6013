// An empty pool makes a new thing.
import { Pool } from 'csp';

let made = 0;
const pool = new Pool(() => {
  made += 1;
  return made;
});
console.log(pool.get(), pool.get(), pool.get());
