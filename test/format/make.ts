// `node test/format/make.ts`: writes the published test vectors, docs/format/, anew. Every key is a new one and is forgotten.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fromStation } from './from-station.ts';
import { refusedFiles } from './refused-files.ts';
import { refusedRecords } from './refused-records.ts';
import { writeReadme } from './readme.ts';
import { FORMAT } from './vector.ts';

for (const kind of ['good', 'refused']) rmSync(join(FORMAT, kind), { recursive: true, force: true });
await fromStation();
await refusedRecords();
await refusedFiles();
writeReadme();
