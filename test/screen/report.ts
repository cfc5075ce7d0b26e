// Prints how well the screen does on the labelled texts, per category, field, language and length: `node test/screen/report.ts`.
import { stdout } from 'node:process';
import { readLabelled, type Labelled } from './labelled.ts';
import { scoreOf, shareOf, type Share } from './score.ts';

type Group = (text: Labelled) => readonly string[];

const LENGTHS = [40, 120, 300] as const;

function lengthOf(text: Labelled): string {
  const most = LENGTHS.find((length) => text.text.length <= length);
  return most === undefined ? `over ${String(LENGTHS[2])}` : `up to ${String(most)}`;
}

const GROUPS: readonly (readonly [string, Group])[] = [
  ['all', () => ['all']],
  ['kind', ({ evasion, hard }) => [...(evasion ? ['evasion'] : []), ...(hard ? ['hard'] : [])]],
  [
    'category',
    ({ spans }) => [...new Set(spans.filter(({ action }) => action === 'block').map((span) => span.category))],
  ],
  ['field', ({ field }) => [field]],
  ['language', ({ lang }) => [lang]],
  ['length', (text) => [lengthOf(text)]],
];

function written({ share, low, high }: Share): string {
  return Number.isNaN(share) ? '-' : `${share.toFixed(3)} [${low.toFixed(3)}-${high.toFixed(3)}]`;
}

function line(name: string, texts: readonly Labelled[]): string {
  const { found, missed, needless, passed } = scoreOf(texts);
  const shares = [
    shareOf(found, found + missed),
    shareOf(found, found + needless),
    shareOf(needless, needless + passed),
  ];
  return [name.padEnd(32), String(texts.length).padStart(5), ...shares.map((share) => written(share).padEnd(22))].join(
    ' ',
  );
}

function report(title: string, texts: readonly Labelled[]): void {
  stdout.write(`\n${title}\n${' '.repeat(33)}texts recall                 precision              false blocks\n`);
  for (const [kind, group] of GROUPS) {
    const names = [...new Set(texts.flatMap(group))].toSorted();
    for (const name of names) {
      stdout.write(
        `${line(
          `${kind}: ${name}`,
          texts.filter((text) => group(text).includes(name)),
        )}\n`,
      );
    }
  }
}

/** What the screen is to come to, on texts that it was not made from. */
const GOALS = { recall: 0.97, precision: 0.97, falseBlocks: 0.02, evasionRecall: 0.9 } as const;
const CAREFUL: readonly Labelled['field'][] = ['medical', 'property'];
/** A-012345678 and its usual writings. */
const A_NUMBER = /\bA[-# ]?\d{3}[- ]?\d{3}[- ]?\d{3}\b/;

function missedGoals(texts: readonly Labelled[]): readonly string[] {
  const { found, missed, needless, passed } = scoreOf(texts);
  const evasion = scoreOf(texts.filter((text) => text.evasion));
  const careful = scoreOf(texts.filter(({ field }) => CAREFUL.includes(field)));
  const numbers = scoreOf(texts.filter(({ text, tells }) => tells && A_NUMBER.test(text)));
  const goals: readonly (readonly [string, boolean])[] = [
    [`recall of ${String(GOALS.recall)}`, found / (found + missed) >= GOALS.recall],
    [`precision of ${String(GOALS.precision)}`, found / (found + needless) >= GOALS.precision],
    [`false blocks of ${String(GOALS.falseBlocks)}`, needless / (needless + passed) <= GOALS.falseBlocks],
    [
      `recall of ${String(GOALS.evasionRecall)} in disguise`,
      evasion.found / (evasion.found + evasion.missed) >= GOALS.evasionRecall,
    ],
    ['no false block in medical and property text', careful.needless === 0],
    ['no A-number missed', numbers.missed === 0],
  ];
  return goals.flatMap(([goal, met]) => (met ? [] : [goal]));
}

const corpus = readLabelled('corpus');
const test = corpus.filter(({ split }) => split === 'test');
const fresh = readLabelled('fresh');
report(
  'train',
  corpus.filter(({ split }) => split === 'train'),
);
report('test', test);
for (const file of new Set(fresh.map((text) => text.file)))
  report(
    `fresh, ${file}`,
    fresh.filter((text) => text.file === file),
  );
for (const [name, texts] of [['test', test] as const, ['fresh', fresh] as const]) {
  const goals = missedGoals(texts);
  if (goals.length === 0) continue;
  stdout.write(`\n${name} misses: ${goals.join('; ')}\n`);
  process.exitCode = 1;
}
