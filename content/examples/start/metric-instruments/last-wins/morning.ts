/** How long each drink takes, ms. Three guests will remember it. */
export const morning: readonly number[] = [
  20, 30, 25, 1_400, 20, 35, 1_800, 30, 25, 20, 2_100, 20,
];
