import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listDuties, listOpenDuties } from '../../db/duty/reader.ts';
import { insertDuty, insertDutyEvent } from '../../db/duty/writer.ts';
import { countWrongOpenDuties } from '../../db/integrity/open-duties.ts';
import { insertSealing } from '../../db/order/writer.ts';
import { connectTo } from '../support/store-place.ts';
import { draftOf, saveOne } from '../support/store-records.ts';
import { cover, newStation, now, type TestStation } from '../support/store-station.ts';

let station: TestStation;
beforeAll(async () => {
  station = await newStation();
});
afterAll(() => station.end());

/** A duty that began so many hours ago, of nobody in particular or of a booking; answers its id. */
async function begin(hours: number, bookingId: string | null = null): Promise<string> {
  const id = randomUUID();
  const [since, by] = [now(-hours * 3_600_000), now(3_600_000)];
  const owner = { matterId: null, bookingId };
  await station.store.transaction(async (tx) => {
    const meta = await cover(tx, { by: station.officer.id });
    await insertDuty(tx, { id, duty: 'finish-facts', ground: '2a', cite: '2(a)', ...owner, since, by }, meta);
  });
  return id;
}

async function note(dutyId: string, kind: 'attempt' | 'done'): Promise<void> {
  await station.store.transaction(async (tx) => {
    const meta = await cover(tx, { by: station.officer.id });
    await insertDutyEvent(tx, { id: randomUUID(), dutyId, kind, at: now(), detail: {} }, meta);
  });
}

const idsOf = (duties: readonly { readonly dutyId: string }[]): readonly string[] => duties.map(({ dutyId }) => dutyId);

describe('the list of duties', () => {
  it('holds what nobody has ended, and besides what was ended last, in the order in which they began', async () => {
    const [first, second, third, fourth] = [await begin(4), await begin(3), await begin(2), await begin(1)];
    await note(first, 'attempt');
    await note(fourth, 'done');
    await note(second, 'done');
    const { read } = station.store;
    expect(idsOf(await listOpenDuties(read))).toEqual([first, third]);
    expect(idsOf(await listDuties(read, 1))).toEqual([first, second, third]);
    expect(idsOf(await listDuties(read, 9))).toEqual([first, second, third, fourth]);
    expect(await countWrongOpenDuties(read)).toBe(0);
  });

  it('shows no duty of a sealed record, done or not', async () => {
    const { store } = station;
    const { bookingId } = await store.transaction((tx) => saveOne(tx, station, draftOf()));
    const [done, open] = [await begin(8, bookingId), await begin(7, bookingId)];
    await note(done, 'done');
    expect(idsOf(await listDuties(store.read, 9))).toEqual(expect.arrayContaining([done, open]));
    await store.transaction(async (tx) => {
      const order = { court: 'Example District Court' };
      const meta = await cover(tx, { by: station.chief.id, type: 'records.kept', disclosures: { order } });
      await insertSealing(tx, { id: randomUUID(), bookingId, cosignedBy: station.supervisor.id }, meta);
    });
    const shown = [...(await listDuties(store.read, 9)), ...(await listOpenDuties(store.read))];
    expect(idsOf(shown).filter((id) => id === done || id === open)).toEqual([]);
  });

  it('takes nothing off before it was done, nor puts anything on that was', async () => {
    const connection = connectTo(station.place);
    const [open, done] = [await begin(6), await begin(5)];
    await note(done, 'done');
    const tries = [
      [`delete from open_duty where duty_id = '${open}'`, 'open_duty: rows go with what ends a duty'],
      [`insert into open_duty (duty_id) values ('${done}')`, 'open_duty: as the records say'],
      [`insert or replace into open_duty (duty_id) values ('${open}')`, 'key once duty id'],
      ['update open_duty set duty_id = duty_id', 'open_duty: rows never change'],
    ] as const;
    for (const [attack, answer] of tries) expect(() => connection.exec(attack)).toThrow(answer);
    expect(await countWrongOpenDuties(station.store.read)).toBe(0);
    connection.exec('drop trigger open_duty_no_delete; drop trigger open_duty_as_the_records_say');
    for (const [attack] of tries.slice(0, 2)) connection.exec(attack);
    expect(await countWrongOpenDuties(station.store.read)).toBe(2);
    connection.close();
  });
});
