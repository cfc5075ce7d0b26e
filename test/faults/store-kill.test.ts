import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import { checkStore } from '../../services/ledger/check.ts';
import { newStorePlace, type StorePlace } from '../support/store-place.ts';

const program = resolve(import.meta.dirname, '../support/store-saver.ts');
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Runs the saver and kills it, without warning, once it has acknowledged this many bookings. */
async function killAfter(place: StorePlace, acknowledged: number): Promise<readonly string[]> {
  const args = [program, place.file, hex(place.keys.database), hex(place.keys.mark)];
  const saver = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(saver, 'exit');
  const numbers: string[] = [];
  for await (const line of createInterface(saver.stdout)) {
    numbers.push(line);
    if (numbers.length === acknowledged) saver.kill('SIGKILL');
  }
  await ended;
  expect(saver.signalCode).toBe('SIGKILL');
  return numbers;
}

describe('a station that is killed while it saves', () => {
  it.each([1, 37, 150])('has every booking that it acknowledged, after %i of them', async (count) => {
    const place = newStorePlace();
    const acknowledged = await killAfter(place, count);
    expect(acknowledged.length).toBeGreaterThanOrEqual(count);
    const store = await openStore({ file: place.file, keys: place.keys });
    const saved = await sql<{ number: string }>`select b.number from booking b join booking_version v
      on v.booking_id = b.id order by b.entry_seq`.execute(store.read);
    const numbers = saved.rows.map((row) => row.number);
    expect(numbers.slice(0, acknowledged.length)).toEqual(acknowledged);
    const charges = await sql<{ n: number }>`select count(*) as n from charge`.execute(store.read);
    expect(charges.rows[0]?.n).toBe(numbers.length * 3);
    expect((await checkStore(store.read)).filter((check) => !check.ok)).toEqual([]);
    await store.close();
    place.remove();
  });
});
