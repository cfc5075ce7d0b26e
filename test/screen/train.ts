// Makes what the screen reads out of its lists and the train half of the corpus: `node test/screen/train.ts`.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { stdout } from 'node:process';
import { compilePhrases } from './phrase-compiler.ts';

function write(name: string, text: string): void {
  writeFileSync(resolve(import.meta.dirname, '../../policy/screen', name), text);
  stdout.write(`${name}: ${String(text.length)} bytes\n`);
}

write('phrase-table.json', compilePhrases());
// What is learned rests on what the lists find: the screen is read from disk only now.
const { learnWeights } = await import('./learn.ts');
write('weights.json', learnWeights());
const { canLearnNet, learnNet } = await import('./net-learn.ts');
if (canLearnNet()) write('net.json', learnNet());
else stdout.write('net.json is as it was: learning it needs PyTorch (Debian: python3-torch)\n');
