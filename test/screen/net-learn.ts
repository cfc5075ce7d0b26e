// Learns the net of the scorer with PyTorch (Debian: python3-torch) and keeps it as letters.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { writeNumbers } from '../../policy/screen/net-letters.ts';
import { readLabelled } from './labelled.ts';
import { netExamples } from './net-examples.ts';
import { withSlips } from './slips.ts';

const PYTHON = '/usr/bin/python3';
const screen = resolve(import.meta.dirname, '../../policy/screen');

/** SHA-256, hex, of what the net is learned from: the texts of the train half, and what the lists find in them. */
export function netSource(): string {
  const corpus = resolve(import.meta.dirname, 'corpus');
  const files = readdirSync(corpus).filter((name) => name.endsWith('.jsonl') && !name.startsWith('test-'));
  const hash = createHash('sha256');
  for (const file of files.toSorted()) hash.update(readFileSync(join(corpus, file)));
  for (const name of ['phrase-table.json', 'kinds.json']) hash.update(readFileSync(join(screen, name)));
  return hash.digest('hex');
}

/** Whether the machine can learn a net. */
export function canLearnNet(): boolean {
  return spawnSync(PYTHON, ['-c', 'import torch'], { stdio: 'ignore' }).status === 0;
}

const numbers = z.array(z.number());
const learned = z.strictObject({
  table: numbers,
  kinds: numbers,
  signs: numbers,
  fields: numbers,
  ways: z.array(z.strictObject({ seen: numbers, seenBias: numbers, remembered: numbers, rememberedBias: numbers })),
  word: numbers,
  whole: numbers,
  mixture: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  readings: z.array(z.tuple([z.number(), z.number()])),
  scores: numbers,
});
type Learned = z.output<typeof learned>;

function runPython(): Learned {
  const folder = mkdtempSync(join(tmpdir(), 'sally-'));
  try {
    const [given, out] = [join(folder, 'sentences.jsonl'), join(folder, 'net.json')];
    const texts = readLabelled('corpus').filter(({ split }) => split === 'train');
    writeFileSync(given, netExamples(texts, withSlips(texts)).join('\n'));
    const program = join(import.meta.dirname, 'net-learn.py');
    const { status } = spawnSync(PYTHON, [program, given, out], { stdio: 'inherit' });
    if (status !== 0) throw new Error('net-learn.py failed');
    return learned.parse(JSON.parse(readFileSync(out, 'utf8')));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Letters {
  readonly step: number;
  readonly letters: string;
}

/** Steps of the widest number of a layer; wider ones than the share given are rare, and are cut. */
function lettersOf(layer: readonly number[], letters: 1 | 2): Letters {
  const sizes = layer.map(Math.abs).toSorted((one, other) => one - other);
  const most = letters === 1 ? 45 : 4_140;
  const widest = sizes[Math.floor((sizes.length - 1) * (letters === 1 ? 0.9995 : 1))] ?? 0;
  const step = widest === 0 ? 1 : widest / most;
  const steps = layer.map((value) => Math.max(-most, Math.min(most, Math.round(value / step))));
  return { step, letters: writeNumbers(steps, letters) };
}

/** Each list of numbers as two letters a number. */
function inLetters(lists: Readonly<Record<string, readonly number[]>>): Readonly<Record<string, Letters>> {
  return Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, lettersOf(list, 2)]));
}

/** How much each part of the score counts. */
function mixtureOf([linear, whole, word, bias]: Learned['mixture']): Readonly<Record<string, number>> {
  const round = (value: number): number => Number(value.toFixed(4));
  return { linear: round(linear), whole: round(whole), word: round(word), bias: round(bias) };
}

/** The net as it is kept. Throws where PyTorch is not there. */
export function learnNet(): string {
  const { table, mixture, readings, scores, ways, ...others } = runPython();
  if (process.env['NET_SCORES'] !== undefined) writeFileSync(process.env['NET_SCORES'], JSON.stringify(scores));
  const kept = {
    note: 'The net of the scorer, as letters; written by test/screen/train.ts.',
    source: 'Learned from the train half of test/screen/corpus.',
    learnedFrom: netSource(),
    mixture: mixtureOf(mixture),
    readings: readings.map((pair) => pair.map((value) => Number(value.toFixed(3)))),
    table: lettersOf(table, 1),
    ways: ways.map(inLetters),
    ...inLetters(others),
  };
  return `${JSON.stringify(kept, null, 2)}\n`;
}
