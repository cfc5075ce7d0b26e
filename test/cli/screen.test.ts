import { expect, test } from 'vitest';
import { isRecord } from '../../policy/gate/shapes.ts';
import { runCli } from './run-cli.ts';

const lines = (...values: readonly unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('');

/** Ids and verdicts of the answers. */
async function answers(input: string): Promise<readonly unknown[]> {
  const { out } = await runCli(['screen'], { input });
  return out
    .trimEnd()
    .split('\n')
    .map((line) => {
      const answer: unknown = JSON.parse(line);
      const { id, blocked, error } = isRecord(answer) ? answer : {};
      return [id, blocked ?? error];
    });
}

test('sallyport screen gives each id back as it came, a word or a number', async () => {
  const input = lines(
    { id: 'n-1', text: 'He is undocumented.' },
    { id: 7, text: 'Ice pack to left knee.', field: 'medical' },
    { id: 0, text: 'A# 076 123 412', field: 'property' },
  );
  expect(await answers(input)).toEqual([
    ['n-1', true],
    [7, false],
    [0, true],
  ]);
});

test('sallyport screen asks for an id by what stands in its place', async () => {
  const missing = 'the line must be an object with an id';
  const input = lines({ text: 'Fall.' }, { id: ' ', text: 'Fall.' }, { id: ['n'], text: 'Fall.' }, ['n']);
  expect(await answers(input)).toEqual([
    [null, missing],
    [null, missing],
    [null, 'id: must be a string or a number'],
    [null, missing],
  ]);
});

test.each([
  ['log', 'He is undocumented.'],
  ['search box', 'undocumented driver'],
  ['Print Title', 'Report on an undocumented driver'],
  ['charge', 'Illegal entry, 8 USC 1325'],
  ['filename', 'passport_scan_page_2.pdf'],
  ['officer safety', 'Was deported twice.'],
])('sallyport screen knows a field called %s', async (field, text) => {
  expect(await answers(lines({ id: field, text, field }))).toEqual([[field, true]]);
});

test('sallyport screen knows no field by the name of what every object has', async () => {
  const [answer] = await answers(lines({ id: 'a', text: 'Fall.', field: 'constructor' }));
  expect(answer).toEqual(['a', expect.stringMatching(/^field: must be/)]);
});
