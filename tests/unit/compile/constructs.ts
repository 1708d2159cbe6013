/** TypeScript constructs, by name. Each is a file of its own; both erasers must give the same bytes for it. */
export const constructs: Readonly<Record<string, string>> = {
  'plain code': 'const a = 1;\nconsole.log(`${a}`);\n',
  'variable annotations': 'let a: number = 1, b: string;\nvar c: Map<string, Array<number>> = new Map();',
  'definite assignment': 'let a!: number;\nclass A { b!: string; }',
  'destructuring annotations': 'const { a, b: [c = 1] }: { a: number; b: number[] } = x;\nconst [d, , e]: T = y;',
  'optional, rest and default parameters': 'function f(a?: number, b: string = "x", ...c: readonly T[]): void {}',
  'destructured parameters': 'function f({ a }: { a: 1 }, [b]: [2], { c }?: T) {}',
  'this parameter':
    'function f(this: Window, a: 1) {}\nconst g = function (this: Foo) {};\nconst o = { m(this: T, a?: T): T { return a } };',
  'generic function': 'function f<T extends object = {}, const U = T>(a: T): U { return a as never; }',
  'generic arrow': 'const f = <T,>(a: T): T => a;\nconst g = <T extends 1>(a: T) => a;',
  'async generic arrow': 'const f = async <T>(a: T): Promise<T> => a;\nconst g = async (a: T): Promise<T> => a;',
  'async generic arrow over lines': 'const f = async <\n  T\n>(a: T) => a;',
  'returned generic arrow over lines': 'function f() {\n  return <\n    T\n  >(a: T) => a;\n}',
  'arrow return type over lines':
    'const f = (a: T): Promise<\n  Map<string, number>\n> => a;\nconst g = (a)\n: T => a;',
  'arrow in a conditional': 'const a = b ? (c): T => d : e;',
  'parenthesized object arrow': 'const f = (): { a: number } => ({ a: 1 });',
  'type predicates':
    'function f(a: unknown): a is string { return true }\nfunction g(a: unknown): asserts a {}\nconst h = (a): a is T => true;',
  overloads:
    'function f(a: string): void;\nfunction f(a: number): void;\nfunction f(a: unknown) {}\nexport function g(): void\nexport function g() {}',
  'default overloads': 'export default function f(a: 1): 1;\nexport default function f(a) { return a }',
  generators: 'function* f<T>(): Generator<T> { yield a as T; yield* b! }\nasync function* g(): AsyncGenerator<1> {}',
  'type alias': 'type A = string | number;\ntype B<T> = { [K in keyof T]?: T[K] };\nlet c;',
  'leading bars': 'type A =\n  | { kind: "a" }\n  | { kind: "b" };\nlet c;',
  'conditional and infer types':
    'type A<T> = T extends (infer U extends string)[] ? U : T extends `${infer V}x` ? V : never;\nlet c;',
  'function types': 'let a: (b: number) => void, c: new (...d: any[]) => T, e: abstract new () => T = f;',
  'tuple types': 'let a: [first: string, second?: number, ...rest: boolean[]] = b;',
  interface:
    'interface A<T> extends B, C<T> {\n  a: string;\n  readonly b?: number;\n  (c: 1): void;\n  new (d: 1): A<T>;\n  get e(): 1;\n  f?(): void;\n}\nlet c;',
  'exported types': 'export type A = 1;\nexport interface B { a: 1 }\nexport default interface C {}\nlet d;',
  'comments between declarations':
    'type A = 1; // one\n/* two */ type B = 2\n/** three */\ninterface C {} // four\nlet d; // five',
  'comments inside types': 'let a: /* one */ number = 1; // two\nlet b: {\n  // three\n  c: 1;\n} = x;',
  'tabs and carriage returns': 'type A =\t1;\r\n\tlet b:\tnumber = 1;\r\n',
  'wide characters in types': "let é: 'é日😀' = x;\nlet a: '\u2028' = b;",
  declare:
    'declare const a: number;\ndeclare function b(): void\ndeclare class C { d(): void }\ndeclare module "x" { export const y: 1 }\ndeclare global { interface Window {} }\ndeclare namespace N { const z: 1 }\ndeclare enum E { A }\nlet d;',
  'exported declare': 'export declare const a: number;\nexport declare function b(): void;\nlet c;',
  'as and satisfies':
    'const a = b as T, c = { d: 1 } satisfies R as const;\nf(x as T, y satisfies U);\nfor (const z of w as T[]) {}\nif (v as T) {}',
  'as const': 'const a = [1, 2] as const;\nconst b = { c: 1 } as const satisfies D;',
  'as any as': 'const a = (b as any as T).c;\n(d as T) = e;',
  'cast before a bracket': 'let a = b as T\n(c)\nlet d = e satisfies T\n[0]\nlet f = g as T as U\n`x`',
  'cast with a comment': 'f(/* a */ x /* b */ as /* c */ T /* d */);\nlet y = x as T // e\n;(1)',
  'non-null': 'a!.b![0]!();\nc! = d!;\ne?.f!.g;\nh!\n.i',
  'type arguments': 'f<string>(a);\nnew Map<string, number>();\nnew A<T>;\ng?.<T>(b);\nh<T>`x`;\nconst i = j<T>;',
  'comparisons, not type arguments': 'f(a < b, c > d);\nif (a < b && c >= d) {}\nx = a << b >> c;',
  'class members':
    'class A {\n  a?: T;\n  b: T = 1;\n  private c = 2;\n  protected static readonly d: T = 3;\n  public async e(): Promise<void> {}\n  get f(): T { return 1 }\n  set f(g: T) {}\n  static { let h: T = 1; }\n  #i?: T;\n  static #j: T;\n}',
  'class header':
    'class A<T, U = 1> extends B<T>.C implements D, E<U> { }\nconst F = class<T> extends G<T> implements H {};',
  override:
    'class A extends B { override a = 1; public override async b() {} private override readonly c: T; static override d() {} }',
  'abstract class':
    'abstract class A extends B<T> {\n  abstract a(): void;\n  protected abstract b: number;\n  abstract get c(): T;\n  abstract set c(d);\n  e() {}\n}\nexport abstract class F {}\nexport default abstract class G {}',
  'declared fields': 'class A {\n  declare a: number;\n  private declare readonly b?: string\n  c = 1;\n}',
  'method overloads':
    'class A {\n  // first\n  a(b: string): void;\n  /** second */\n  a(b: number): void;\n  a(b: unknown) {}\n  constructor(a: string);\n  constructor(a?) {}\n}',
  'optional methods': 'class A { a?(): void; b?<T>(c: T) {} }',
  'index signatures':
    'class A { [key: string]: unknown; static readonly [index: number]: string; a = 1 }\ntype B = { [key: string]: 1 };',
  accessor: 'class A { accessor a: number = 1; static accessor b: T }',
  'modifier before a computed name':
    'class A {\n  x\n  private [a] = 1\n  public *gen() {}\n  static readonly [b] = 2\n}',
  'names that look like modifiers':
    'class A { readonly = 1; declare = 2; static = 3; get = 4; abstract() {} public<T>() {} }\nconst type = 1, as = 2, declare = 3;\ntype\n(as)',
  'keyword method names':
    'class A { delete<T>(a: T) {} return<T>() {} "str"<T>() {} 1<T>() {} [c]<T>() {} #p<T>() {} }\nconst o = { get<T>() {}, new<T>() {}, async *g<T>() {}, get x(): T { return 1 }, set x(v: T) {} };',
  'import type':
    'import type A from "a";\nimport type { B, C as D } from "b"\nimport type * as E from "c";\nimport type from "d";\nimport type type from "f";\nlet g;',
  'an import named type': 'import type, { F } from "e";\ntype;',
  'inline type imports':
    'import { type A, B } from "a";\nimport { C, type D as E } from "b";\nimport { type F } from "c";\nimport G, { type H, type I, } from "d";\nimport { type as as } from "e";\nimport { type as } from "f";\nimport { type\n  J,\n  K,\n} from "g";',
  'export type':
    'export type { A } from "a";\nexport type * from "b";\nexport type * as C from "c";\nexport type { D };\nexport { type E, F, type G as H };\nexport { I as default } from "d";',
  'import attributes': 'import type A from "a" with { type: "json" };\nimport b from "b" with { type: "json" };\nb;',
  'import type require': 'import type A = require("a");\nlet b;',
  'imports as written':
    'import { unused } from "a";\nimport "b";\nexport * from "c";\nexport * as d from "d";\nawait import("e");\nimport.meta.url;',
  'types of modules': 'let a: typeof import("x").y<T> = b;\nlet c: import("z").W;',
  'typeof and keyof': 'let a: typeof b.c[], d: keyof typeof e, f: unique symbol = g;',
  'template literals': 'const a = `x${b as T}y${`${c!}`}${f<T>(`}`)}`;\nlet d: `a${string}b` = e;',
  'regular expressions': 'const a = /[/]:\\/(as T)/u, b = c / d / e;\nconst f = (g as number) / 2 / 3;',
  'strings that look like types': 'const a = "let b: number";\nconst c = \'<T>x\'; // as T\n/* interface A {} */',
  'statement types before a bracket':
    'let a = 1\ntype B = 2\n(c)\nlet d = 1\ninterface E {}\n[f]\nlet g = {}\ndeclare const h: 1\n`i`\nlet j\nimport type { K } from "k"\n/l/g',
  'several types before a bracket': 'a\ntype B = 1\ntype C = 2\n(d)',
  'types as branches': 'if (a) type B = 1\nelse type C = 1\nwhile (0) interface D {}',
  'types in blocks': 'function f() { type A = 1; interface B {} let c: A; return c as B }',
  'catch clause': 'try {} catch (e: unknown) {}\ntry {} catch {}',
  'switch and labels': 'switch (a as T) { case b as T: { let c: T } }\nlabel: for (const d of e!) continue label;',
  'operators after casts':
    'const a = b as number + 1, c = d! + e!;\nconst f = !g as boolean, h = typeof i as T, j = await k as T;\nl = (m as T) ?? n!;',
  'object literals':
    'const a = { b: c as T, d(): T { return 1 }, [e as string]: 1, f: <T>(g: T) => g, ...(h as object) };',
  'hash bang': '#!/usr/bin/env node\nlet a: number = 1;',
  using: 'using a: T = b;\nawait using c: T = d;',
  'top-level await': 'const a: T = await f<T>();\nfor await (const b of c as AsyncIterable<T>) {}',
  'decimal, bigint and separators': 'const a: bigint = 1_000n, b: 0x1f = 0x1f, c: -1 = -1;',
  'nested generics': 'const a = new Map<string, Map<string, Array<Set<number>>>>();\nlet b: A<B<C<D>>>= x;',
  'type parameter variance': 'interface A<in T, out U, in out V> {}\nclass B<const T> {}\nlet c;',
  'assertion functions in arrows': 'const a: (b: unknown) => asserts b is string = (b) => {};',
  'a realistic file':
    'import { trace, SpanStatusCode, type Span } from "@opentelemetry/api";\nimport { chan, go, type Channel } from "csp";\n\ninterface Job {\n  readonly id: number;\n}\n\nconst jobs: Channel<Job> = chan<Job>(3);\n\nasync function worker(name: string, span?: Span): Promise<void> {\n  for await (const job of jobs) {\n    span?.addEvent(`${name} took ${job.id}`, { id: job.id } satisfies Record<string, number>);\n  }\n}\n\ngo(async () => worker("a"));\nawait jobs.send({ id: 1 } as const);\n',
};
