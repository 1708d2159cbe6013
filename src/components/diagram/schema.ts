import { z } from 'astro/zod';

/** Words in both languages of the site. */
const words = z.strictObject({ en: z.string().min(1), 'zh-cn': z.string().min(1) });

/** A string is a name from the code, the same in every language; words are translated. `\n` begins a line. */
const label = z.union([z.string().min(1), words]);

/** Where a node stands: along the flow, then across it. Wide pictures flow to the right, narrow ones downwards. */
const place = z.tuple([z.int().min(0), z.number()]);

const node = z.strictObject({
  at: place,
  /** Where it stands in the narrow picture, if not in the same place. */
  narrow: place.exactOptional(),
  /** A task works, a channel holds values, a choice decides, a state is one of a machine, a span is what the trace has of it. */
  shape: z.enum(['task', 'channel', 'choice', 'state', 'span', 'start']),
  label: label.exactOptional(),
  /** A second line, smaller: what is there to know about it. */
  note: label.exactOptional(),
  /** A channel's room, and how much of it is taken. */
  slots: z.strictObject({ of: z.int().min(1).max(10), taken: z.int().min(0) }).exactOptional(),
  outcome: z.enum(['error', 'cancelled']).exactOptional(),
});

const edge = z.strictObject({
  from: z.string(),
  to: z.string(),
  /** A value goes this way; something could go, but did not; a span refers to another; a span belongs to its task. */
  kind: z.enum(['value', 'offer', 'link', 'leaves']).default('value'),
  label: label.exactOptional(),
  /** Leaves sideways and then enters along the flow, or the other way round. Without it both ends follow the flow. */
  bend: z.enum(['leaves-across', 'enters-across']).exactOptional(),
});

const about = {
  title: words,
  /** The caption: what to look for. */
  see: words,
  /** What the picture says, in sentences, for whoever does not see it. */
  says: words,
};

/** Boxes and arrows: how a pattern is built, or the states that something goes through. */
const structure = z.strictObject({
  kind: z.literal('structure'),
  ...about,
  /** The least distance between two rows of the wide picture, middle to middle, in px. */
  apart: z.int().positive().exactOptional(),
  nodes: z.record(z.string(), node),
  edges: z.array(edge),
});

const bar = z.strictObject({
  lane: z.int().min(0),
  /** Begin and end, in milliseconds. */
  from: z.number().min(0),
  to: z.number(),
  outcome: z.enum(['error', 'cancelled']).exactOptional(),
  label: label.exactOptional(),
});

/** Who does what when, and who tells whom: a sequence diagram with time going to the right, as in a trace. */
const sequence = z.strictObject({
  kind: z.literal('sequence'),
  ...about,
  lanes: z.array(label),
  /** Times at which a hairline stands, in milliseconds. */
  marks: z.array(z.number()),
  bars: z.array(bar),
  /** What one lane tells another at a time; drawn so many px behind that time, so that several can stand side by side. */
  signals: z.array(
    z.strictObject({ at: z.number(), from: z.int().min(0), to: z.int().min(0), out: z.number().positive() }),
  ),
});

/** A file of `content/diagrams/`. */
export const diagramSchema = z.discriminatedUnion('kind', [structure, sequence]);

export type DiagramSpec = z.output<typeof diagramSchema>;
export type StructureSpec = z.output<typeof structure>;
export type SequenceSpec = z.output<typeof sequence>;
export type Label = z.output<typeof label>;
export type NodeSpec = z.output<typeof node>;
export type EdgeSpec = z.output<typeof edge>;
export type Outcome = NonNullable<NodeSpec['outcome']>;
