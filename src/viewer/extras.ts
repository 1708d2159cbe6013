/** What the rows have besides, for a reader who comes near: loaded in one piece. */
export { insightOf } from './insight.ts';
export { Resizer } from './resizer.tsx';
export { Stuck } from './stuck.tsx';
export { typeAhead } from './type-ahead.ts';
