/** The grinder counts for itself, in grams. */
export const grinder = { total: 0 };

/** Clean cups. */
export const shelf = { cups: 20 };
