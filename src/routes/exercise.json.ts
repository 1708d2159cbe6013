import { getCollection } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import { highlightLines } from '../components/example/highlight.ts';
import type { SolutionPackage } from '../components/example/solution-package.ts';
import type { ExampleEntry } from '../examples/loader.ts';

/** What a page fetches when a reader of an exercise asks for the solution or for the trace that it leaves. */
export const getStaticPaths = (async () => {
  const examples = await getCollection('examples');
  return examples.flatMap(({ id, data: { exercise } }) => (exercise ? [{ params: { id }, props: { exercise } }] : []));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ readonly exercise: NonNullable<ExampleEntry['exercise']> }> = async ({ props }) => {
  const { modules, golden } = props.exercise.program;
  const lines = await highlightLines(props.exercise.solution, 'ts');
  return Response.json({ lines, modules, golden } satisfies SolutionPackage);
};
