// `node test/format/make.ts [GROUP]`: writes the published test vectors, docs/format/, anew, or one group of them. Every key
// is a new one and is forgotten.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { publicRecordsVectors } from './from-request.ts';
import { calledBackVectors, fromStation } from './from-station.ts';
import { townVectors } from './from-town.ts';
import { writeReadme } from './readme.ts';
import { refusedFiles } from './refused-files.ts';
import { refusedCalledBack } from './refused-proofs.ts';
import { refusedRecords } from './refused-records.ts';
import { FORMAT } from './vector.ts';

const GROUPS: ReadonlyMap<string, readonly (() => Promise<void>)[]> = new Map([
  // The last are made out of the first.
  ['copies', [fromStation, refusedFiles]],
  ['records', [refusedRecords]],
  ['town', [townVectors]],
  ['public-records', [publicRecordsVectors]],
  ['called-back', [calledBackVectors, refusedCalledBack]],
]);

const [, , wanted] = process.argv;
if (wanted === undefined)
  for (const kind of ['good', 'refused']) rmSync(join(FORMAT, kind), { recursive: true, force: true });
for (const [name, makers] of GROUPS)
  if (wanted === undefined || wanted === name) for (const make of makers) await make();
writeReadme();
