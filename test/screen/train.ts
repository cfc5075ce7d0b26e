// Learns the weights of the screen from the train half of the corpus and writes them: `node test/screen/train.ts`.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { stdout } from 'node:process';
import { writeSteps } from '../../policy/screen/weights.ts';
import { readLabelled } from './labelled.ts';
import { examplesOf, learn } from './learn.ts';

const MOST = 45;
/** Weights of this many steps and more are rare, and are cut. */
const WIDEST = 4.5;

/** The weights as they are kept; the same texts give the same text. */
export function learnWeights(): string {
  const texts = readLabelled('corpus').filter(({ split }) => split === 'train');
  const { bias, weights } = learn(texts.flatMap(examplesOf));
  const step = WIDEST / MOST;
  const steps = Int8Array.from(weights, (weight) => Math.max(-MOST, Math.min(MOST, Math.round(weight / step))));
  const kept = {
    note: 'Weights of the scorer, a letter for each bucket; written by test/screen/train.ts.',
    source: 'Learned from the train half of test/screen/corpus.',
    bias: Number(bias.toFixed(6)),
    step,
    steps: writeSteps(steps),
  };
  return `${JSON.stringify(kept, null, 2)}\n`;
}

if (import.meta.main) {
  const place = resolve(import.meta.dirname, '../../policy/screen/weights.json');
  const text = learnWeights();
  writeFileSync(place, text);
  stdout.write(`${String(text.length)} bytes\n`);
}
