/** How many drinks are ordered. */
export const orders = 12;

/** Brewing machines in the house; there is one grinder. */
export const machines = 3;

/** Room between two stages. */
export const buffer = 1;
