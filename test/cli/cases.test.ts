import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { GROUNDS } from '../../policy/decision.ts';
import { runCli } from './run-cli.ts';

const read = (name: string): string =>
  readFileSync(resolve(import.meta.dirname, '../../docs/cases', `${name}.jsonl`), 'utf8');
const lines = (text: string): readonly string[] => text.trimEnd().split('\n');
const answer = z.object({ decision: z.string(), ground: z.enum(GROUNDS) });

test('decide answers the cases of the documents as they stand there', async () => {
  const { code, out } = await runCli(['decide'], { input: read('requests') });
  expect([code, lines(out)]).toEqual([0, lines(read('answers'))]);
});

test('the cases hold, and are refused, under every ground', () => {
  const answers = lines(read('answers')).map((line) => answer.parse(JSON.parse(line)));
  for (const decision of ['allow', 'refuse']) {
    const found = new Set(answers.filter((one) => one.decision === decision).map(({ ground }) => ground));
    expect([decision, [...found].toSorted()]).toEqual([decision, [...GROUNDS].toSorted()]);
  }
});
