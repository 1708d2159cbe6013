import { background, WaitGroup } from 'csp';
import { makeDrink } from './bar.ts';
import { recorder } from './recorder.ts';
import { equal, test } from './report.ts';

async function espressoHasTwoSpans(): Promise<void> {
  const { exporter, tracer } = recorder(); // of this test alone
  await makeDrink(background(), tracer, 'espresso', 20);
  const names = exporter.getFinishedSpans().map(({ name }) => name);
  equal(names, ['grind', 'make drink']);
}

async function teaIsNamed(): Promise<void> {
  const { exporter, tracer } = recorder(); // of this test alone
  await makeDrink(background(), tracer, 'tea', 30);
  const [, tea] = exporter.getFinishedSpans();
  equal(tea?.attributes['lab.drink'], 'tea');
}

// Both at once, as a runner does that is in a hurry.
const suite = new WaitGroup();
suite.go(() => test('espresso has two spans', espressoHasTwoSpans));
suite.go(() => test('tea is named', teaIsNamed));
await suite.wait();
