import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listWrongTries } from '../../db/account/reader.ts';
import { insertAuditEvent, insertLooseSessionEvent } from '../../db/audit/writer.ts';
import type { SessionEventKind } from '../../db/schema/session-event.ts';
import { cover, newStation, type TestStation } from '../support/store-station.ts';

let station: TestStation;
beforeAll(async () => {
  station = await newStation();
});
afterAll(() => station.end());

const at = (minute: number): string => `2026-11-20T10:${String(minute).padStart(2, '0')}:00.00Z`;

/** Under the ledger, or beside it as while it was refused. */
type Noted = readonly [where: 'under' | 'beside', kind: SessionEventKind, minute: number];

async function note(personId: string, all: readonly Noted[]): Promise<void> {
  for (const [where, kind, minute] of all) {
    await station.store.transaction(async (tx) => {
      const meta = { id: randomUUID(), at: at(minute), personId };
      if (where === 'beside') await insertLooseSessionEvent(tx, meta, kind);
      else await insertAuditEvent(tx, { ...meta, entrySeq: (await cover(tx)).entrySeq }, kind);
    });
  }
}

it('counts wrong tries since somebody was let in, under the ledger by its order and beside it by the clock', async () => {
  const { officer, chief, store } = station;
  const tries = async (minutes: readonly number[]): Promise<void> => {
    expect(await listWrongTries(store.read, officer.id)).toEqual(minutes.map(at));
  };
  await tries([]);
  await note(officer.id, [
    ['under', 'sign-in-failed', 1],
    ['beside', 'unlock-failed', 2],
    ['under', 'vouch-failed', 3],
  ]);
  await note(chief.id, [['under', 'sign-in-failed', 4]]);
  // Those beside the ledger stand last: they are of the time while it was refused.
  await tries([1, 3, 2]);
  await note(officer.id, [['under', 'signed-in', 5]]);
  await tries([]);
  // A clock that was set back moves nothing under the ledger; beside it there is nothing else to go by.
  await note(officer.id, [
    ['under', 'proof-failed', 4],
    ['beside', 'sign-in-failed', 4],
    ['beside', 'sign-in-failed', 6],
    ['beside', 'locked', 7],
  ]);
  await tries([4, 6]);
  await note(officer.id, [['beside', 'unlocked', 6]]);
  await tries([4]);
  await note(officer.id, [['beside', 'sign-in-failed', 8]]);
  await tries([4, 8]);
});
