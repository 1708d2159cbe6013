import { CompileError, locate } from './error.ts';
import type { Token } from './parse.ts';
import type { ProblemKey } from './sentences.ts';
import { sign, word } from './tokens.ts';

/** The parser's mark for a name that an import brings in (`IdentifierRole.ImportDeclaration`). */
const importedName = 9;

const openers = new Set([sign.parenL, sign.bracketL, sign.braceL, sign.dollarBraceL]);
const closers = new Set([sign.parenR, sign.bracketR, sign.braceR]);
/** `if (…) {` opens a block, not a function. */
const statementHeads = new Set([word.if, word.for, word.while, word.with, word.switch, word.catch]);
/** What may stand before a statement. */
const statementEnds = new Set([sign.semi, sign.braceL, sign.braceR, word.export, word.default]);

/** What a bracket opens. */
interface Scope {
  /** A function's body; `plain` has no `await`. Undefined for everything else. */
  readonly body: 'async' | 'plain' | undefined;
  /** The brace of a class or of an object: what stands directly in it are names of members. */
  readonly members: boolean;
  readonly names: Map<string, 'lexical' | 'hoisted'>;
}

/**
 * Refuses the commonest of the mistakes that a parser for highlighting and erasing lets pass, and that browsers report
 * without a place: a name declared twice, a constant without a value, `await` in a function that is not async, `return`
 * outside of one, `try` alone.
 *
 * @param tokens those that stay when the types are erased
 * @throws {CompileError} with the place of the first one
 */
export function refuseEarlyErrors(file: string, code: string, tokens: readonly Token[]): void {
  const scopes: Scope[] = [{ body: undefined, members: false, names: new Map() }];
  const opened: number[] = [];
  const pairs = new Map<number, number>();
  const classes = new Set<number>();
  const type = (index: number): number | undefined => tokens[index]?.type;
  const text = (index: number): string => {
    const token = tokens[index];
    return token === undefined ? '' : code.slice(token.start, token.end);
  };
  const refuse = (key: ProblemKey, index: number): never => {
    throw new CompileError(key, locate(file, code, tokens[index]?.start ?? 0), { found: text(index) });
  };
  const declare = (index: number, kind: 'lexical' | 'hoisted', scope = scopes.at(-1)): void => {
    const names = scope?.names;
    const name = text(index);
    const known = names?.get(name);
    if (known !== undefined && (known === 'lexical' || kind === 'lexical')) refuse('redeclared', index);
    names?.set(name, kind);
  };

  /** The scope that the bracket at `index` opens, seen from what stands before it. */
  const scopeOf = (index: number): Scope => {
    const names = new Map<string, 'lexical' | 'hoisted'>();
    const contextId = tokens[index]?.contextId ?? undefined;
    const isClass = type(index) === sign.braceL && contextId !== undefined && classes.has(contextId);
    if (type(index) !== sign.braceL || isClass) return { body: undefined, members: isClass, names };
    if (type(index - 1) === sign.arrow)
      return { body: isAsyncArrow(index - 1) ? 'async' : 'plain', members: false, names };
    if (type(index - 1) !== sign.parenR) return { body: undefined, members: isObject(index), names };
    const parenthesis = pairs.get(index - 1) ?? 0;
    if (statementHeads.has(type(parenthesis - 1) ?? -1) || isForAwait(parenthesis)) {
      return { body: undefined, members: false, names };
    }
    return { body: isAsyncFunction(parenthesis) ? 'async' : 'plain', members: false, names };
  };
  const isForAwait = (parenthesis: number): boolean =>
    text(parenthesis - 1) === 'await' && type(parenthesis - 2) === word.for;
  /** `async (…) =>`, `async name =>`; `index` is the arrow. */
  const isAsyncArrow = (index: number): boolean => {
    const first = type(index - 1) === sign.parenR ? (pairs.get(index - 1) ?? 0) : index - 1;
    return text(first - 1) === 'async';
  };
  /** Whether `async` stands among the words before the parameters: `async function* name (`, `static async name (`. */
  const isAsyncFunction = (parenthesis: number): boolean => {
    let index = parenthesis - 1;
    if (type(index) === sign.bracketR) index = pairs.get(index) ?? index;
    for (let back = index; back >= index - 3; back--) {
      if (text(back) === 'async' && back < parenthesis - 1) return true;
      if (back < index && ![sign.star, word.function, word.static, sign.hash].includes(type(back) ?? -1)) return false;
    }
    return false;
  };
  /** Whether a brace opens an object: it stands where a value does. */
  const isObject = (index: number): boolean => {
    const before = type(index - 1);
    return before !== undefined && !statementEnds.has(before) && before !== word.else && before !== word.do;
  };
  const isStatement = (index: number): boolean => index === 0 || statementEnds.has(type(index - 1) ?? -1);
  const enclosing = (): Scope | undefined => scopes.findLast(({ body }) => body !== undefined);
  const isMember = (index: number): boolean =>
    type(index - 1) === sign.dot ||
    type(index - 1) === sign.questionDot ||
    type(index - 1) === sign.hash ||
    type(index + 1) === sign.colon ||
    (scopes.at(-1)?.members ?? false);

  // After `async … =>` without braces, a function of its own has begun; where it ends is left open until the statement does.
  let inAsyncExpression = false;
  for (const [index, token] of tokens.entries()) {
    if (token.type === sign.semi || token.type === sign.braceL) inAsyncExpression = false;
    if (token.type === sign.arrow && type(index + 1) !== sign.braceL && isAsyncArrow(index)) inAsyncExpression = true;
    if (openers.has(token.type)) {
      scopes.push(scopeOf(index));
      opened.push(index);
    } else if (closers.has(token.type)) {
      scopes.pop();
      const opener = opened.pop();
      if (opener === undefined) return;
      pairs.set(index, opener);
      if (type(opener - 1) === word.try && token.type === sign.braceR) {
        if (type(index + 1) !== word.catch && type(index + 1) !== word.finally) refuse('tryAlone', opener - 1);
      }
    } else if (token.identifierRole === importedName) declare(index, 'lexical', scopes[0]);
    else if (token.type === word.class) {
      if (token.contextId !== null) classes.add(token.contextId);
      if (isStatement(index) && type(index + 1) === sign.name) declare(index + 1, 'lexical');
    } else if (token.type === word.let || token.type === word.const) {
      if (type(index + 1) !== sign.name) continue;
      declare(index + 1, 'lexical');
      const after = type(index + 2);
      if (token.type === word.const && (after === sign.semi || after === sign.comma || after === sign.eof)) {
        refuse('constWithoutValue', index + 1);
      }
    } else if (token.type === word.var) {
      if (type(index + 1) === sign.name) declare(index + 1, 'hoisted');
    } else if (token.type === word.function) {
      const start = text(index - 1) === 'async' ? index - 1 : index;
      const name = type(index + 1) === sign.star ? index + 2 : index + 1;
      if (isStatement(start) && type(name) === sign.name) declare(name, 'hoisted');
    } else if (token.type === word.return) {
      if (enclosing() === undefined) refuse('returnOutside', index);
    } else if (token.type === sign.name && text(index) === 'await' && !isMember(index)) {
      if (!inAsyncExpression && enclosing()?.body === 'plain') refuse('awaitOutsideAsync', index);
    }
  }
}
