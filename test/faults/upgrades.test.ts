import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import { SCHEMA_DIGEST } from '../../db/expected-schema.ts';
import { MIGRATIONS } from '../../migrations/index.ts';
import { checkStore } from '../../services/ledger/check.ts';
import { earlierStore } from '../support/earlier-store.ts';
import { connectTo, type StorePlace } from '../support/store-place.ts';

const STEPS = Object.keys(MIGRATIONS);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Opens it as today's program does: schema, people, and what the check says. */
async function opened({ file, keys }: StorePlace): Promise<readonly [string, number, readonly string[]]> {
  const store = await openStore({ file, keys });
  const { rows } = await sql<{ n: number }>`select count(*) as n from person`.execute(store.read);
  const failing = (await checkStore(store.read)).filter(({ ok }) => !ok).map(({ name }) => name);
  const digest = store.schemaDigest();
  await store.close();
  return [digest, rows[0]?.n ?? 0, failing];
}

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
  it.each(STEPS)('that ends with %s opens today, whole and with its people', async (step) => {
    const place = await earlierStore(step);
    const people = STEPS.indexOf(step) >= STEPS.indexOf('0030-create-people') ? 2 : 0;
    expect(await opened(place)).toEqual([SCHEMA_DIGEST, people, []]);
    place.remove();
  });

  it('is old or new after an upgrade that was killed at any moment, never between, and opens at the next try', async () => {
    for (const milliseconds of [0, 10, 25, 50, 90]) {
      const place = await earlierStore('0130-log-refusals');
      await killAfter(place, milliseconds);
      const store = connectTo(place);
      const steps = Number(store.prepare('select count(*) from kysely_migration').pluck().get());
      store.close();
      expect([STEPS.indexOf('0130-log-refusals') + 1, STEPS.length]).toContain(steps);
      expect(await opened(place)).toEqual([SCHEMA_DIGEST, 2, []]);
      place.remove();
    }
  });

  it('is copied before it is changed', async () => {
    const place = await earlierStore('0250-keep-contacts');
    await opened(place);
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
