/** From an example's Go twins to what its card shows of them. Build time only. */
import { parseGolden } from '../../otlp/index.ts';
import type { ExampleEntry } from '../../examples/loader.ts';
import { matchRegions, type Region } from '../../examples/regions.ts';
import type { SourceFile } from '../../sandbox/contract.ts';
import { TWIN_WORDS } from './twin-words.ts';
import type { Language } from './strings.ts';

/** One Go program of a card. */
export interface TwinProgramView {
  /** The TypeScript program that it is the twin of: `main`, `dont` or `do`. */
  readonly name: string;
  readonly files: readonly SourceFile[];
  /** The command that runs it. The address is part of it: without one the exporter asks for HTTPS. */
  readonly command: string;
  readonly regions: readonly Region[];
  /** What may differ in its trace, and why. */
  readonly differs: readonly { readonly what: string; readonly reason: string }[];
}

/** The Go side of a card. */
export interface TwinView {
  readonly go: string;
  readonly otel: string;
  readonly compare: 'exact' | 'shape';
  readonly programs: readonly TwinProgramView[];
}

/** What a card shows of the Go twins of an example; undefined where there is none. */
export function twinView({ files, programs, twin }: ExampleEntry, language: Language): TwinView | undefined {
  if (twin === undefined) return undefined;
  const { versions, rules } = twin;
  return {
    ...versions,
    compare: rules.compare,
    programs: twin.programs.map(({ name, folder, files: goFiles, golden }) => {
      const entries = programs.filter((program) => program.name !== name).map(({ entry }) => entry);
      const tsFiles = files.filter((file) => !entries.includes(file.name));
      return {
        name,
        files: goFiles,
        command: `OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost:4318 go run -C content/examples ./${folder}`,
        regions: matchRegions(tsFiles, goFiles, namesIn(golden)),
        differs: rules.differs
          .filter(({ run }) => run === undefined || run === name)
          .map(({ span, log, fields, reason }) => ({
            what: `${subject(span, log, language)}: ${fields.map((field) => fieldWord(field, language)).join(', ')}`,
            reason: reason[language === 'en' ? 'en' : 'zh-cn'],
          })),
      };
    }),
  };
}

function namesIn(golden: unknown): { readonly spans: readonly string[]; readonly attributes: readonly string[] } {
  const { spans } = parseGolden(golden);
  return {
    spans: spans.map(({ name }) => name),
    attributes: spans.flatMap(({ attributes }) => attributes.map(({ key }) => key)),
  };
}

/** What a rule is about: spans of some names, log records of one event, or every span. */
function subject(span: string | readonly string[] | undefined, log: string | undefined, language: Language): string {
  const { everySpan, logRecords } = TWIN_WORDS[language];
  if (log !== undefined) return `${logRecords} ${log}`;
  return [span ?? everySpan].flat().join(' | ');
}

function fieldWord(field: string, language: Language): string {
  const words: Readonly<Record<string, string>> = TWIN_WORDS[language].fields;
  return words[field] ?? field.replace(/^attributes\./, '');
}
