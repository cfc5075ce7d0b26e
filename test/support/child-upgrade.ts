// Opens a store of an earlier schema, which brings it to today's, and is killed on the way.
import { writeSync } from 'node:fs';
import { openStore } from '../../db/open.ts';

const [file = '', database = '', mark = ''] = process.argv.slice(2);
const keys = { database: Buffer.from(database, 'hex'), mark: Buffer.from(mark, 'hex') };
writeSync(1, 'begun\n');
await (await openStore({ file, keys })).close();
writeSync(1, 'done\n');
