// A program of its own that saves bookings until it is killed, and says each number once it was acknowledged.
import { openStore } from '../../db/open.ts';
import { newStation } from './store-station.ts';
import { saveOne } from './store-records.ts';

const [file = '', database = '', mark = ''] = process.argv.slice(2);
const keys = { database: Buffer.from(database, 'hex'), mark: Buffer.from(mark, 'hex') };
const station = await newStation({ folder: '', file, keys, remove: () => undefined });
for (let at = 0; at < 200; at += 1) {
  const { number } = await station.store.transaction((tx) => saveOne(tx, station));
  process.stdout.write(`${number}\n`);
}
await station.store.close();
await (await openStore({ file, keys })).close();
