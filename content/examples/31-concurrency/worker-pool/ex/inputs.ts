export const workers = 2;
export const orders = ['espresso', 'mocha', 'tea', 'mocha', 'tea'];
