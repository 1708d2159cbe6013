// Cancellation goes down the tree, never up and never sideways.
import { background, withCancel, type Context } from 'csp';

const [root, cancelRoot] = withCancel(background());
const [left, cancelLeft] = withCancel(root);
const [right] = withCancel(root);
const [leaf] = withCancel(left);
const error = (ctx: Context): string => ctx.err()?.message ?? '<nil>';
const show = (): void => console.log(error(root), error(left), error(leaf), error(right));
show();
cancelLeft();
show();
cancelRoot();
show();
