// The nearest value of a key wins; other keys, equal in name only, do not meet.
import { background, withValue } from 'csp';

const user = Symbol('user');
const tenant = Symbol('tenant');
const ctx = withValue(background(), user, 'ada');
const inner = withValue(withValue(ctx, tenant, 5), user, 'grace');
console.log(ctx.value(user), ctx.value(tenant) ?? '<nil>');
console.log(inner.value(user), inner.value(tenant), inner.value(Symbol('user')) ?? '<nil>');
