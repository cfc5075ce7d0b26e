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

const corpus = readLabelled('corpus');
for (const half of ['train', 'test'] as const)
  report(
    half,
    corpus.filter(({ split }) => split === half),
  );
