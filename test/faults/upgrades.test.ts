import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { findBookings } from '../../db/booking/find.ts';
import { openStore } from '../../db/open.ts';
import { SCHEMA_DIGEST } from '../../db/expected-schema.ts';
import { MIGRATIONS } from '../../migrations/index.ts';
import { readAsked } from '../../policy/find/asked.ts';
import { checkStore } from '../../services/ledger/check.ts';
import { BOOKED } from '../support/earlier-records.ts';
import { contentsOf, earlierStore, LONG, noteIn, type Contents } from '../support/earlier-store.ts';
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

/** Upgrades it in a process of its own, which is killed so long after it began. Answers how long it went on, in milliseconds. */
async function upgrade({ file, keys }: StorePlace, killedAfter?: number): Promise<number> {
  const script = resolve(import.meta.dirname, '../support/child-upgrade.ts');
  const child = spawn(process.execPath, [script, file, hex(keys.database), hex(keys.mark)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  await once(child.stdout, 'data');
  const begun = performance.now();
  if (killedAfter !== undefined) await setTimeout(killedAfter).then(() => child.kill('SIGKILL'));
  await ended;
  return performance.now() - begun;
}

function stepsOf(place: StorePlace): number {
  const store = connectTo(place);
  const steps = Number(store.prepare('select count(*) from kysely_migration').pluck().get());
  store.close();
  return steps;
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
    const [step, next = ''] = STEPS.slice(STEPS.indexOf('0130-log-refusals'));
    const from = step ?? '';
    const unkilled = await earlierStore(from);
    // However busy the machine is: parts of what the whole takes here, from its first moment on.
    const took = await upgrade(unkilled);
    unkilled.remove();
    for (const part of [0, 0.3, 0.6, 0.9]) {
      const place = await earlierStore(from);
      const before = contentsOf(place);
      await upgrade(place, part * took);
      expect([STEPS.indexOf(from) + 1, STEPS.length]).toContain(stepsOf(place));
      expect(await opened(place, before)).toEqual(whole(from, before));
      // What lies beside is all that it was, whenever it was cut.
      expect(contentsOf({ ...place, file: `${place.file}.before-${next}` })).toEqual(before);
      place.remove();
    }
  });

  it('that a later version has been at is refused, and not touched', async () => {
    const place = await earlierStore(STEPS.at(-1) ?? '');
    const store = connectTo(place);
    store.prepare("insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01')").run();
    store.close();
    const before = readFileSync(place.file);
    await expect(openStore({ file: place.file, keys: place.keys })).rejects.toMatchObject({ code: 'newer-database' });
    expect(readFileSync(place.file).equals(before)).toBe(true);
    expect(readdirSync(dirname(place.file)).filter((name) => name.includes('.before-'))).toEqual([]);
    place.remove();
  });
});
