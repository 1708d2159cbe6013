import { getCollection } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import type { ExampleEntry } from '../examples/loader.ts';

/**
 * What a page fetches when a reader is about to run an example: its programs, ready to run, and their golden runs; and for
 * each Go twin its recorded run, `<example>/<program>.go.json`, which the trace viewer opens too.
 */
export const getStaticPaths = (async () => {
  const examples = await getCollection('examples');
  return examples.flatMap(({ id, data }) => {
    const { meta, programs, hidden, exercise, twin }: ExampleEntry = data;
    const { clock, answers, kind } = meta;
    return [
      { params: { id }, props: { json: { kind, clock, answers, programs, hidden, ends: exercise?.ends } } },
      ...(twin?.programs ?? []).map(({ name, golden }) => ({
        params: { id: `${id}/${name}.go` },
        props: { json: golden },
      })),
    ];
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ readonly json: unknown }> = ({ props }) => Response.json(props.json);
