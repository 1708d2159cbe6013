export const burst = 3;
export const perSecond = 5;
/** Milliseconds before each request. */
export const gaps = [0, 20, 20, 20, 20, 200, 20, 20];
