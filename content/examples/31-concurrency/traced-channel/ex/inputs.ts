export const capacity = 2;
export const drinks = ['espresso', 'mocha', 'tea', 'cortado'];
