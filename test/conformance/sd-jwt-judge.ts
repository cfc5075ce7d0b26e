// sd-jwt-judge.ts record.sd-jwt station-signing.pem: what @sd-jwt/core says, for judges.sh. Exit 1 where it refuses.
import { readFileSync } from 'node:fs';
import { readByLibrary } from '../support/sd-jwt-library.ts';

const [record = '', certificate = ''] = process.argv.slice(2);
const told = await readByLibrary(readFileSync(record, 'latin1'), readFileSync(certificate));
process.stdout.write(`ok: ${Object.keys(told).join(', ')}\n`);
