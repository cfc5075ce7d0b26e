// `npm run mutations -- [--runs N] [--seed TEXT] [--from N]`: changes published copies in N ways (1,000) by a rule, and asks
// `verify`, verify.html and openssl with a shell about each. They have to agree on every one.
import { parseArgs } from 'node:util';
import { drawMutation } from './draw-mutation.ts';
import { judgeMutation, wrongIn, type Judged } from './judges.ts';
import { readBase } from './mutation.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string' },
    seed: { type: 'string' },
    from: { type: 'string' },
    'no-shell': { type: 'boolean' },
  },
});
const runs = Number(values.runs ?? '1000');
const first = Number(values.from ?? '0');
const seed = values.seed ?? 'sallyport';
const base = readBase();
const judged: Judged[] = [];
let next = first;

async function work(): Promise<void> {
  while (next < first + runs) {
    const number = next;
    next += 1;
    const one = await judgeMutation(await drawMutation(base, seed, number), base, values['no-shell'] !== true);
    judged.push(one);
    const wrong = wrongIn(one);
    if (wrong !== undefined) console.error(`${String(number)} ${wrong}`);
    if (judged.length % 100 === 0) console.error(`· ${String(judged.length)} of ${String(runs)}`);
  }
}

// The shell waits for its processes; the page holds one bundle at a time, so judging itself goes one by one.
await work();
const passed = Map.groupBy(
  judged.filter(({ command }) => command),
  ({ free }) => free ?? 'nothing that may',
);
const wrong = judged.flatMap((one) => wrongIn(one) ?? []);
const summary = {
  ...{
    seed,
    runs: judged.length,
    refusedByAll: judged.filter(({ command, page, shell }) => !command && !page && shell !== true).length,
  },
  passedByAll: Object.fromEntries([...passed].map(([free, all]) => [free, all.length])),
  wrong: wrong.length,
};
console.log(JSON.stringify(summary, null, 2));
process.exit(wrong.length === 0 ? 0 : 1);
