import type { CompiledModule } from '../contract.ts';
import type { Clock } from './clock.ts';
import { native } from './natives.ts';
import type { ModuleRecord } from './runtime.ts';
import { SOURCE_PREFIX } from './stacks.ts';

/** Names that may stand in an `export const { … }`. */
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;
/** Where the shims find the registry and the hooks. A symbol, so that no name of the reader's can collide with it. */
const LINKS = Symbol.for('traced-patterns.links');
const LINKS_TEXT = `globalThis[Symbol.for('traced-patterns.links')]`;

/** What the generated code calls. */
interface Links {
  readonly modules: Readonly<Record<string, ModuleRecord>>;
  /** Every file is loaded and the first is about to be evaluated. */
  started(): void;
  /** Lets the clock wait for an `import()`, which loads off this thread. */
  dynamic(url: string): string;
}

/** Real ES modules from blobs: the reader's files keep top-level await, live bindings and their own lines. */
export class ModuleLinker {
  readonly #modules: Readonly<Record<string, ModuleRecord>>;
  readonly #shims = new Map<string, string>();
  readonly #names = new Map<string, string>();

  constructor(modules: Readonly<Record<string, ModuleRecord>>) {
    this.#modules = modules;
  }

  /**
   * Makes blobs of the files, which must be in order of dependency, and starts the last. Resolves when it has been
   * evaluated, top-level `await` included. The clock waits while modules are loaded, not while they run.
   */
  start(files: readonly CompiledModule[], clock: Clock): Promise<unknown> {
    const { started, loaded } = this.#open(clock);
    const entry = blob(`import '${started}';\nimport '${this.#link(files)}';`);
    return import(/* @vite-ignore */ entry).finally(loaded);
  }

  /** Loads files, in order of dependency, for what they export. The clock waits. */
  async load(files: readonly CompiledModule[], clock: Clock): Promise<readonly ModuleRecord[]> {
    const { loaded } = this.#open(clock);
    this.#link(files);
    const own = [...this.#names].filter(([, name]) => files.some((file) => name === `./${file.name}`));
    return Promise.all(own.map(([url]) => import(/* @vite-ignore */ url) as Promise<ModuleRecord>)).finally(loaded);
  }

  /** Gives the generated code what it calls. */
  #open(clock: Clock): { readonly started: string; readonly loaded: () => void } {
    let loading = true;
    const loaded = (): void => {
      if (loading) clock.end();
      loading = false;
    };
    const links: Links = {
      modules: this.#modules,
      started: loaded,
      dynamic: (url) => {
        clock.begin();
        void import(/* @vite-ignore */ url).catch(() => undefined).finally(() => clock.end());
        return url;
      },
    };
    Object.defineProperty(self, LINKS, { value: links });
    clock.begin();
    return { started: blob(`${LINKS_TEXT}.started();`), loaded };
  }

  #link(files: readonly CompiledModule[]): string {
    const urls = new Map<string, string>();
    let last = '';
    for (const file of files) {
      let text = '';
      let from = 0;
      for (const { specifier, start, end, dynamic } of file.imports) {
        const own = specifier.startsWith('./') ? urls.get(specifier.slice(2)) : undefined;
        const url = own ?? this.shim(specifier);
        text += file.code.slice(from, start) + (dynamic ? `${LINKS_TEXT}.dynamic('${url}')` : url);
        from = end;
      }
      text += `${file.code.slice(from)}\n//# sourceURL=${SOURCE_PREFIX}${file.name}\n`;
      last = blob(text);
      urls.set(file.name, last);
      this.#names.set(last, `./${file.name}`);
    }
    return last;
  }

  /** The address of a module that exports what the registry holds under this name. */
  shim(name: string): string {
    const known = this.#shims.get(name);
    if (known) return known;
    const module = this.#modules[name];
    if (!module) throw new Error(`cannot find module '${name}'`);
    const names = Object.keys(module).filter((key) => key !== 'default' && IDENTIFIER.test(key));
    const text =
      `const m = ${LINKS_TEXT}.modules[${JSON.stringify(name)}];\n` +
      `export const { ${names.join(', ')} } = m;\n` +
      ('default' in module ? 'export default m.default;\n' : '');
    const url = blob(text);
    this.#shims.set(name, url);
    this.#names.set(url, name);
    return url;
  }

  /** Puts names back where a browser's message shows the address of a blob. */
  readable(message: string): string {
    let text = message;
    for (const [url, name] of this.#names) text = text.split(url).join(name);
    return text;
  }
}

function blob(text: string): string {
  return native.createObjectURL(new native.Blob([text], { type: 'text/javascript' }));
}
