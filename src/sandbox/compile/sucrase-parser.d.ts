/** The part of sucrase's internal parser that the eraser uses; the package publishes no types for these paths. */

declare module 'sucrase/dist/parser/index.js' {
  /** A token of the source. Whitespace and comments are the gaps between tokens. */
  export interface Token {
    readonly type: number;
    readonly start: number;
    readonly end: number;
    /** The token belongs to a type and vanishes. */
    readonly isType: boolean;
    /** The token names what an import brings in. */
    readonly identifierRole: number | null;
    /** Ties a `class` keyword to its braces. */
    readonly contextId: number | null;
    /** For `=`: the index of the first token after the value. */
    readonly rhsEndIndex: number | null;
  }
  export function parse(
    input: string,
    isJSXEnabled: boolean,
    isTypeScriptEnabled: boolean,
    isFlowEnabled: boolean,
  ): { readonly tokens: readonly Token[] };
}

declare module 'sucrase/dist/parser/tokenizer/types.js' {
  type Names =
    | 'arrow'
    | 'at'
    | 'backQuote'
    | 'braceL'
    | 'braceR'
    | 'bracketL'
    | 'bracketR'
    | 'colon'
    | 'comma'
    | 'dollarBraceL'
    | 'dot'
    | 'eof'
    | 'eq'
    | 'greaterThan'
    | 'hash'
    | 'jsxTagStart'
    | 'lessThan'
    | 'minus'
    | 'name'
    | 'nonNullAssertion'
    | 'num'
    | 'parenL'
    | 'parenR'
    | 'plus'
    | 'question'
    | 'questionDot'
    | 'regexp'
    | 'semi'
    | 'slash'
    | 'star'
    | 'string'
    | '_abstract'
    | '_async'
    | '_catch'
    | '_class'
    | '_const'
    | '_declare'
    | '_default'
    | '_do'
    | '_else'
    | '_enum'
    | '_export'
    | '_finally'
    | '_for'
    | '_function'
    | '_get'
    | '_if'
    | '_import'
    | '_in'
    | '_instanceof'
    | '_let'
    | '_override'
    | '_private'
    | '_protected'
    | '_public'
    | '_readonly'
    | '_return'
    | '_set'
    | '_static'
    | '_super'
    | '_switch'
    | '_this'
    | '_try'
    | '_var'
    | '_while'
    | '_with';
  export const TokenType: Readonly<Record<Names, number>>;
}

declare module 'sucrase/dist/parser/tokenizer/state.js' {
  const module: unknown;
  export default module;
}

declare module 'sucrase/dist/parser/traverser/base.js' {
  /** The parser's state; only in a bundle does this name follow its changes. */
  export const state: unknown;
  /** In Node, the module itself, whose `state` follows its changes. */
  const module: unknown;
  export default module;
}
