import { Blanks } from './blanks.ts';
import { CompileError, locate } from './error.ts';
import { refuseEarlyErrors } from './early-errors.ts';
import { parseFile, type Token } from './parse.ts';
import type { ProblemKey, ProblemValues } from './sentences.ts';
import { segmentsOf, type Segment } from './segments.ts';
import { sign, word } from './tokens.ts';

/**
 * Blanks the types of a TypeScript file in place: what remains is JavaScript, every character of it on the line and
 * column where it was. Nothing is generated, so only erasable syntax is accepted
 * (https://www.typescriptlang.org/tsconfig/#erasableSyntaxOnly); imports are kept as written
 * (https://www.typescriptlang.org/tsconfig/#verbatimModuleSyntax).
 *
 * @throws {CompileError} for syntax errors and for syntax that cannot be erased.
 */
export function eraseTypes(file: string, code: string): string {
  return new Eraser(file, code).erase();
}

/** What may stand before a class member's name and is TypeScript's alone. */
const modifiers = new Set([
  word.public,
  word.private,
  word.protected,
  word.readonly,
  word.override,
  word.abstract,
  word.declare,
]);
/** Signs that would continue the line before, once the types between have vanished. */
const continuing = new Set([
  sign.parenL,
  sign.bracketL,
  sign.backQuote,
  sign.plus,
  sign.minus,
  sign.slash,
  sign.regexp,
]);
/** The same after a cast, where TypeScript itself ends the statement. */
const continuingCast = new Set([sign.parenL, sign.bracketL, sign.backQuote]);
/** The same in a class body. */
const continuingField = new Set([sign.bracketL, sign.star, word.in, word.instanceof]);
/** After these a `<` belongs to a name, a call or a function; elsewhere it starts a value. */
const beforeTypeParameters = new Set([
  sign.name,
  sign.parenR,
  sign.bracketR,
  sign.string,
  sign.num,
  sign.backQuote,
  sign.regexp,
  sign.questionDot,
  sign.nonNullAssertion,
  word.function,
  word.class,
  word.super,
  word.this,
  word.import,
  word.async,
  word.get,
  word.set,
  word.static,
]);
const openers = new Set([sign.parenL, sign.bracketL, sign.braceL, sign.dollarBraceL]);
const closers = new Set([sign.parenR, sign.bracketR, sign.braceR]);
const loopsAndBranches = new Set([word.if, word.while, word.for, word.with]);

class Eraser {
  readonly #file: string;
  readonly #code: string;
  readonly #tokens: readonly Token[];
  readonly #blanks: Blanks;
  /** For each bracket its counterpart. */
  readonly #pairs = new Map<number, number>();
  /** Indexes of the brackets that are open at the current token. */
  readonly #open: number[] = [];
  /** Indexes of braces that open a class body. */
  readonly #classBodies = new Set<number>();
  readonly #keptTokens: Token[] = [];
  /** The last token that stays; -1 before there is one. */
  #kept = -1;

  constructor(file: string, code: string) {
    this.#file = file;
    this.#code = code;
    this.#tokens = parseFile(file, code);
    this.#blanks = new Blanks(code);
    this.#pairBrackets();
  }

  erase(): string {
    for (let index = 0; index < this.#tokens.length;) index = this.#token(index);
    refuseEarlyErrors(this.#file, this.#code, this.#keptTokens);
    return this.#blanks.toString();
  }

  /** Handles the token at `index` and returns the index of the next one to look at. */
  #token(index: number): number {
    const token = this.#at(index);
    if (token.isType) return this.#types(index);
    const { type } = token;
    if (modifiers.has(type)) return this.#modifiers(index);
    if (type === sign.nonNullAssertion) {
      this.#blankToken(index);
      return index + 1;
    }
    if (type === word.enum) this.#refuse('enum', index);
    if (type === sign.at) this.#refuse('decorator', index);
    if (type === word.import) return this.#importStatement(index);
    if (type === word.export) return this.#exportStatement(index);
    return this.#keep(index);
  }

  #keep(index: number): number {
    const token = this.#at(index);
    const { type } = token;
    this.#keptTokens.push(token);
    if (openers.has(type)) this.#open.push(index);
    else if (closers.has(type)) this.#open.pop();
    this.#kept = index;
    return index + 1;
  }

  // Types ------------------------------------------------------------------------------------------------------------

  #types(start: number): number {
    let end = start;
    while (this.#at(end).isType) end += 1;
    const segments = segmentsOf(this.#code, this.#tokens, start, end);
    for (const [position, segment] of segments.entries()) {
      this.#segment(segment, position === segments.length - 1 ? end : segment.end);
    }
    return end;
  }

  #segment(segment: Segment, next: number): void {
    const first = this.#at(segment.start);
    const last = this.#at(segment.end - 1);
    switch (segment.kind) {
      case 'cast': {
        this.#blanks.blank(this.#endBefore(segment.start), last.end);
        if (continuingCast.has(this.#at(next).type) && this.#newline(last.end, this.#at(next).start)) {
          this.#blanks.put(this.#at(segment.lastCast).start, ';');
        }
        return;
      }
      case 'parameters': {
        this.#refuseAngleAssertion(segment);
        this.#blanks.blank(first.start, last.end);
        this.#keepArrowOnLine(segment, next);
        return;
      }
      case 'annotation': {
        this.#blanks.blank(first.start, last.end);
        this.#keepArrowWithParameters(segment, next);
        if (this.#inClassBody() && continuingField.has(this.#at(next).type)) this.#separate(first.start);
        return;
      }
      case 'part': {
        this.#blanks.blank(first.start, last.end);
        return;
      }
      case 'declaration': {
        this.#refuseNamespace(segment);
        const beforeLast = this.#endBefore(segment.end - 1);
        if (last.type === sign.semi && this.#newline(beforeLast, last.start)) {
          // A semicolon at the head of the next line guards what follows it: it stays.
          this.#blanks.blank(first.start, beforeLast);
          return;
        }
        this.#blanks.blank(first.start, last.end);
        if (!this.#at(next).isType) this.#separateStatements(first.start, next);
      }
    }
  }

  /** A semicolon where the vanished code had ended the statement before it. */
  #separateStatements(offset: number, next: number): void {
    const { type } = this.#at(next);
    if (this.#inClassBody()) {
      if (continuingField.has(type)) this.#separate(offset);
    } else if (continuing.has(type)) this.#separate(offset);
    else if (this.#isBodyOfBranch()) this.#blanks.put(offset, ';');
  }

  #separate(offset: number): void {
    if (this.#kept < 0) return;
    const before = this.#at(this.#kept).type;
    if (before !== sign.semi && before !== sign.braceL) this.#blanks.put(offset, ';');
  }

  /** `if (a) type B = 1`: the branch needs a statement. */
  #isBodyOfBranch(): boolean {
    if (this.#kept < 0) return false;
    const before = this.#at(this.#kept);
    if (before.type === word.else) return true;
    if (before.type !== sign.parenR) return false;
    const opener = this.#pairs.get(this.#kept) ?? 0;
    return opener > 0 && loopsAndBranches.has(this.#at(opener - 1).type);
  }

  /** `async <newline T>(…) =>`: the parenthesis moves up, or the line would end after `async`, `return` and the like. */
  #keepArrowOnLine(segment: Segment, next: number): void {
    if (this.#kept < 0 || this.#at(next).type !== sign.parenL) return;
    if (!['async', 'return', 'throw', 'yield'].includes(this.#text(this.#kept))) return;
    const first = this.#at(segment.start);
    const parenthesis = this.#at(next);
    if (!this.#newline(first.start, parenthesis.start)) return;
    this.#blanks.put(first.start, '(');
    this.#blanks.blank(parenthesis.start, parenthesis.end);
  }

  /** `(a): <newline T> =>`: the closing parenthesis moves down, since `=>` must stand on its line. */
  #keepArrowWithParameters(segment: Segment, next: number): void {
    if (this.#at(next).type !== sign.arrow || this.#kept < 0) return;
    const parenthesis = this.#at(this.#kept);
    const last = this.#at(segment.end - 1);
    if (parenthesis.type !== sign.parenR || !this.#newline(parenthesis.end, last.end)) return;
    this.#blanks.blank(parenthesis.start, parenthesis.end);
    this.#blanks.put(last.end - 1, ')');
  }

  #refuseAngleAssertion(segment: Segment): void {
    const before = segment.start === 0 ? undefined : this.#at(segment.start - 1);
    if (before !== undefined && (before.isType || beforeTypeParameters.has(before.type))) return;
    if (before?.type === sign.star && this.#at(segment.start - 2).type === word.function) return;
    if (this.#at(segment.end).type === sign.parenL) {
      let after = (this.#pairs.get(segment.end) ?? segment.end) + 1;
      while (this.#at(after).isType) after += 1;
      if (this.#at(after).type === sign.arrow) return;
    }
    this.#refuse('angleAssertion', segment.start);
  }

  #refuseNamespace(segment: Segment): void {
    const start = segment.start + (this.#at(segment.start).type === word.export ? 1 : 0);
    const keyword = this.#text(start);
    if (keyword !== 'namespace' && keyword !== 'module') return;
    const following = this.#at(start + 1).type;
    if (following === sign.name || following === sign.string) this.#refuse('namespace', start);
  }

  // Classes ----------------------------------------------------------------------------------------------------------

  #modifiers(start: number): number {
    if (this.#at(this.#open.at(-1) ?? 0).type === sign.parenL && this.#open.length > 0) {
      this.#refuse('parameterProperty', start, { found: this.#text(start) });
    }
    let end = start;
    let vanishes = false;
    while (modifiers.has(this.#at(end).type) || this.#at(end).type === word.static) {
      const { type } = this.#at(end);
      if (type === word.declare || (type === word.abstract && this.#at(end + 1).type !== word.class)) vanishes = true;
      end += 1;
    }
    if (vanishes) return this.#field(start, end);
    let blanked = start;
    while (modifiers.has(this.#at(blanked).type)) {
      this.#blankToken(blanked);
      blanked += 1;
    }
    const afterStatic = start > 0 && this.#at(start - 1).type === word.static;
    if (!afterStatic && this.#inClassBody() && continuingField.has(this.#at(blanked).type)) {
      this.#separate(this.#at(start).start);
    }
    return blanked;
  }

  /** A field that is only declared vanishes whole: it must not be set to undefined. */
  #field(start: number, name: number): number {
    let end = name;
    if (this.#at(end).type === sign.bracketL) end = this.#pairs.get(end) ?? end;
    else if (this.#at(end).type === sign.hash) end += 1;
    end += 1;
    while (this.#at(end).isType) end += 1;
    if (this.#at(end).type === sign.eq) end = this.#at(end).rhsEndIndex ?? end + 1;
    if (this.#at(end).type === sign.semi) end += 1;
    const first = start > 0 && this.#at(start - 1).type === word.static ? start - 1 : start;
    this.#blanks.blank(this.#at(first).start, this.#at(end - 1).end);
    if (!this.#at(end).isType && continuingField.has(this.#at(end).type)) this.#separate(this.#at(first).start);
    return end;
  }

  // Imports and exports ----------------------------------------------------------------------------------------------

  #importStatement(start: number): number {
    const second = this.#at(start + 1);
    if (second.type === sign.parenL || second.type === sign.dot) return this.#keep(start);
    if (second.type === sign.name && this.#at(start + 2).type === sign.eq) this.#refuse('importEquals', start);
    const end = this.#endOfImport(start);
    if (this.#isTypeImport(start)) return this.#eraseStatement(start, end);
    return this.#keepStatement(start, end);
  }

  /** `import type A from`, `import type { A } from`, `import type * as A from`, `import type A = require("a")`. */
  #isTypeImport(start: number): boolean {
    if (this.#text(start + 1) !== 'type') return false;
    const third = this.#at(start + 2).type;
    if (third === sign.braceL || third === sign.star) return true;
    return third === sign.name && (this.#text(start + 2) !== 'from' || this.#text(start + 3) === 'from');
  }

  /** The index after the statement: the module's name, its attributes and the semicolon. */
  #endOfImport(start: number): number {
    let end = start + 1;
    while (this.#at(end).type !== sign.string && this.#at(end).type !== sign.eof) end += 1;
    if (this.#at(end + 1).type === sign.parenR) end += 1;
    return this.#endOfSource(end + 1);
  }

  /** Past the attributes and the semicolon that may follow the name of a module. */
  #endOfSource(index: number): number {
    let end = index;
    if (this.#text(end) === 'with' && this.#at(end + 1).type === sign.braceL) {
      end = (this.#pairs.get(end + 1) ?? end + 1) + 1;
    }
    return this.#at(end).type === sign.semi ? end + 1 : end;
  }

  #exportStatement(start: number): number {
    const { type } = this.#at(start + 1);
    if (type === word.import) this.#refuse('importEquals', start);
    if (type === sign.eq) this.#refuse('exportEquals', start);
    const second = this.#text(start + 1);
    if (second === 'as' && this.#text(start + 2) === 'namespace') this.#refuse('exportAsNamespace', start);
    const third = this.#at(start + 2).type;
    if (second === 'type' && (third === sign.braceL || third === sign.star)) {
      return this.#eraseStatement(start, this.#endOfExport(start + 2));
    }
    if (type === sign.braceL) return this.#keepStatement(start, this.#endOfExport(start + 1));
    return this.#keep(start);
  }

  #endOfExport(list: number): number {
    let end = this.#at(list).type === sign.braceL ? (this.#pairs.get(list) ?? list) + 1 : list + 1;
    if (this.#text(end) === 'as') end += 2;
    if (this.#text(end) === 'from' && this.#at(end + 1).type === sign.string) return this.#endOfSource(end + 2);
    return this.#at(end).type === sign.semi ? end + 1 : end;
  }

  #eraseStatement(start: number, end: number): number {
    this.#blanks.blank(this.#at(start).start, this.#at(end - 1).end);
    if (!this.#at(end).isType) this.#separateStatements(this.#at(start).start, end);
    return end;
  }

  /** Keeps a list of names but for the ones marked `type`, which go with their commas. */
  #keepStatement(start: number, end: number): number {
    for (let index = start; index < end;) {
      if (!this.#at(index).isType) {
        index = this.#keep(index);
        continue;
      }
      const first = index;
      while (this.#at(index).isType) index += 1;
      this.#blanks.blank(this.#at(first).start, this.#at(index - 1).end);
      if (this.#at(index).type !== sign.comma) continue;
      this.#blankToken(index);
      index += 1;
    }
    return end;
  }

  // Helpers ----------------------------------------------------------------------------------------------------------

  /** The token at an index; past the last one, the end of the file. */
  #at(index: number): Token {
    const token = this.#tokens[Math.min(index, this.#tokens.length - 1)];
    if (token === undefined) throw new RangeError(`There is no token ${index} in ${this.#file}`);
    return token;
  }

  #text(index: number): string {
    const { start, end } = this.#at(index);
    return this.#code.slice(start, end);
  }

  #endBefore(index: number): number {
    return index === 0 ? 0 : this.#at(index - 1).end;
  }

  #blankToken(index: number): void {
    const { start, end } = this.#at(index);
    this.#blanks.blank(start, end);
  }

  #newline(start: number, end: number): boolean {
    return /[\n\r\u2028\u2029]/u.test(this.#code.slice(start, end));
  }

  #inClassBody(): boolean {
    const brace = this.#open.at(-1);
    return brace !== undefined && this.#classBodies.has(brace);
  }

  #refuse(key: ProblemKey, index: number, values: ProblemValues = {}): never {
    throw new CompileError(key, locate(this.#file, this.#code, this.#at(index).start), values);
  }

  #pairBrackets(): void {
    const open: number[] = [];
    const classes = new Set<number>();
    for (const [index, token] of this.#tokens.entries()) {
      if (token.type === word.class && token.contextId !== null) classes.add(token.contextId);
      if (openers.has(token.type)) {
        open.push(index);
        if (token.type === sign.braceL && token.contextId !== null && classes.has(token.contextId)) {
          this.#classBodies.add(index);
        }
      } else if (closers.has(token.type)) {
        const opener = open.pop();
        if (opener === undefined) continue;
        this.#pairs.set(opener, index);
        this.#pairs.set(index, opener);
      }
    }
  }
}
