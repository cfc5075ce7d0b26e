import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { findBookings } from '../../db/booking/find.ts';
import { openStore } from '../../db/open.ts';
import { SCHEMA_DIGEST } from '../../db/expected-schema.ts';
import { MIGRATIONS } from '../../migrations/index.ts';
import { readAsked } from '../../policy/find/asked.ts';
import { checkStore } from '../../services/ledger/check.ts';
import { BOOKED } from '../support/earlier-records.ts';
import { contentsOf, earlierStore, LONG, type Contents } from '../support/earlier-store.ts';
import { connectTo, type StorePlace } from '../support/store-place.ts';

const STEPS = Object.keys(MIGRATIONS);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

interface Opened {
  readonly schema: string;
  /** Last names by which the search found a booking. */
  readonly found: readonly string[];
  /** Checks that failed. */
  readonly failing: readonly string[];
  /** Of the tables and columns that there were. */
  readonly contents: Contents;
}

/** The newest signed head, as it lies beside the records; null where none was signed. */
function noteIn(place: StorePlace): string | null {
  const store = connectTo(place);
  const note: unknown = store.prepare('select note from checkpoint order by id desc limit 1').pluck().get();
  store.close();
  return typeof note === 'string' ? note : null;
}

/** Opens it as today's program does. */
async function opened(place: StorePlace, before: Contents): Promise<Opened> {
  const store = await openStore({ file: place.file, keys: place.keys });
  const lines = await Promise.all(
    BOOKED.map((name) => findBookings(store.read, { words: readAsked(name.slice(0, 5)), limit: 9 })),
  );
  const failing = (await checkStore(store.read, noteIn(place)))
    .filter(({ ok }) => !ok)
    .map(({ name, detail }) => `${name}: ${detail}`);
  const schema = store.schemaDigest();
  await store.close();
  const found = lines.flat().map(({ lastName }) => lastName);
  return { schema, found, failing, contents: contentsOf(place, before) };
}

const since = (step: string, wanted: string): boolean => STEPS.indexOf(step) >= STEPS.indexOf(wanted);

/** Rows that a store holds from a step on. */
const KEPT = [
  ['person', '0030-create-people', 3],
  ['booking_version', '0050-create-bookings', 2],
  ['charge', '0050-create-bookings', 6],
  ['booking_event', '0060-record-booking-events', 1],
  ['decision', '0090-decide-grounds', 1],
  ['determination', '0090-decide-grounds', 1],
  ['status_record', '0100-seal-status', 1],
  ['notification', '0110-create-notifications', 1],
] as const;

/** Whole, with every record that was there. */
const whole = (step: string, contents: Contents): Opened => ({
  ...{ schema: SCHEMA_DIGEST, found: since(step, '0050-create-bookings') ? [...BOOKED] : [], failing: [], contents },
});

/** Kills the upgrade so long after it began; answers whether it was over by then. */
async function killAfter({ file, keys }: StorePlace, milliseconds: number): Promise<boolean> {
  const script = resolve(import.meta.dirname, '../support/child-upgrade.ts');
  const child = spawn(process.execPath, [script, file, hex(keys.database), hex(keys.mark)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (text += piece));
  const ended = once(child, 'close');
  await once(child.stdout, 'data');
  await setTimeout(milliseconds);
  child.kill('SIGKILL');
  await ended;
  return text.includes('done');
}

describe('a store of an earlier version', () => {
  it.each(STEPS)('that ends with %s opens today, whole, with every record, and the search finds it', async (step) => {
    const place = await earlierStore(step);
    const before = contentsOf(place);
    const wanted = KEPT.filter(([, from]) => since(step, from));
    const empty = [...before].filter(([, { rows }]) => rows.length === 0).map(([table]) => table);
    // A table without a row is one whose row nobody put into test/support/later-desk.ts or later-house.ts.
    expect(empty).toEqual(since(step, '0300-prove-ledger') && !LONG.includes(step) ? ['ledger_node'] : []);
    expect(wanted.map(([table]) => before.get(table)?.rows.length)).toEqual(wanted.map(([, , rows]) => rows));
    expect(await opened(place, before)).toEqual(whole(step, before));
    place.remove();
  });

  it('is old or new after an upgrade that was killed at any moment, never between, and opens at the next try', async () => {
    for (const milliseconds of [0, 10, 25, 50, 90]) {
      const place = await earlierStore('0130-log-refusals');
      const before = contentsOf(place);
      await killAfter(place, milliseconds);
      const store = connectTo(place);
      const steps = Number(store.prepare('select count(*) from kysely_migration').pluck().get());
      store.close();
      expect([STEPS.indexOf('0130-log-refusals') + 1, STEPS.length]).toContain(steps);
      expect(await opened(place, before)).toEqual(whole('0130-log-refusals', before));
      place.remove();
    }
  });

  it('is copied before it is changed', async () => {
    const place = await earlierStore('0250-keep-contacts');
    await opened(place, contentsOf(place));
    expect(existsSync(`${place.file}.before-0300-prove-ledger`)).toBe(true);
    place.remove();
  });

  it('that a later version has been at is refused, and not touched', async () => {
    const place = await earlierStore(STEPS.at(-1) ?? '');
    const store = connectTo(place);
    store.prepare("insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01')").run();
    store.close();
    await expect(openStore({ file: place.file, keys: place.keys })).rejects.toMatchObject({ code: 'newer-database' });
    place.remove();
  });
});
