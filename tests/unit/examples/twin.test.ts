import { describe, expect, it } from 'vitest';
import { readExamples } from '../../../src/examples/read.ts';
import { readGoFiles, twinPrograms, twinRulesSchema, twinVersions, versionsIn } from '../../../src/examples/twin.ts';

const examples = await readExamples();
const twins = examples.flatMap((example) => twinPrograms(example));

describe('the Go twins of the examples', () => {
  it('are there', () => {
    expect(twins.length).toBeGreaterThan(3);
  });

  it.each(twins.map((twin) => [twin.folder, twin] as const))(
    '%s shows its program and hides its test',
    async (folder) => {
      const names = (await readGoFiles(folder)).map(({ name }) => name);
      expect(names[0]).toBe('main.go');
      expect(names.filter((name) => name.endsWith('_test.go'))).toEqual([]);
    },
  );

  it('stand beside each of the two runs of an antipattern', () => {
    const anti = examples.find(({ id }) => id === '31-concurrency/traced-channel/anti');
    expect(anti && twinPrograms(anti).map(({ run, golden }) => [run.name, golden])).toEqual([
      ['dont', 'dont.telemetry.go.json'],
      ['do', 'do.telemetry.go.json'],
    ]);
  });
});

describe('twin.json', () => {
  it('demands a reason in both languages for whatever may differ', () => {
    const differs = (reason: unknown) => ({ differs: [{ fields: ['links'], reason }] });
    expect(twinRulesSchema.safeParse(differs({ en: 'The one reason.', 'zh-cn': '唯一的原因。' })).success).toBe(true);
    expect(twinRulesSchema.safeParse(differs({ en: 'The one reason.' })).success).toBe(false);
    expect(twinRulesSchema.safeParse(differs('The one reason, in one language only.')).success).toBe(false);
  });
});

describe('go.mod', () => {
  it('says which versions the twins are built with', async () => {
    expect(versionsIn('module x\n\ngo 1.26.0\n\nrequire (\n\tgo.opentelemetry.io/otel v1.47.0\n)\n')).toEqual({
      go: '1.26.0',
      otel: '1.47.0',
    });
    await expect(twinVersions()).resolves.toEqual({
      go: expect.stringMatching(/^1\.\d+/),
      otel: expect.stringMatching(/^1\.\d+\.\d+$/),
    });
  });

  it('is refused without them', () => {
    expect(() => versionsIn('go 1.26.0\n')).toThrow('go.opentelemetry.io/otel');
    expect(() => versionsIn('require go.opentelemetry.io/otel v1.47.0\n')).toThrow('version of Go');
    // A module below it is not it.
    expect(() => versionsIn('go 1.26.0\n\tgo.opentelemetry.io/otel/sdk v1.47.0\n')).toThrow('does not require');
  });
});
