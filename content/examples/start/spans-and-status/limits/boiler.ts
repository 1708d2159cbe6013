/** Degrees in the boiler, once a second. */
export const readings: readonly number[] = Array.from(
  { length: 200 },
  (_, second) => {
    if (second < 3) return 93;
    if (second < 10) return 93 + (second - 2) * 4; // the valve sticks
    return Math.max(93, 121 - Math.floor((second - 9) / 3));
  },
);
