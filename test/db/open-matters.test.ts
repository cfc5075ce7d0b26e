import { afterAll, beforeAll, expect, it } from 'vitest';
import { listMatterLines } from '../../db/matter/reader.ts';
import type { MatterKind } from '../../policy/matters/matter.ts';
import { EntryFiller, RowFiller } from '../support/filled-entries.ts';
import { withoutGuards } from '../support/store-meddle.ts';
import { connectTo } from '../support/store-place.ts';
import { newStation, type TestStation } from '../support/store-station.ts';

const AT = '2026-11-20T10:00:00.00Z';
/** Each with its events, the oldest first. */
const MATTERS: readonly (readonly [id: string, kind: MatterKind, events: readonly string[]])[] = [
  ['waits', 'request', ['received', 'triaged']],
  ['helps', 'assistance', ['begun', 'cleared']],
  ['over', 'request', ['received', 'decided', 'closed']],
  ['named since', 'request', ['received', 'closed', 'named']],
  ['left', 'presence', ['begun', 'ended']],
];

let station: TestStation;
beforeAll(async () => {
  station = await newStation();
  const connection = connectTo(station.place);
  const by = station.officer.id;
  withoutGuards(connection, [], () => {
    const rows = new RowFiller(connection);
    const entries = new EntryFiller(connection, rows);
    const entry = () => ({ entry_seq: entries.append({ type: 'matter.opened', actor: by, at: AT }) });
    for (const [id, kind, events] of MATTERS) {
      rows.insert('matter', { ...entry(), id, number: id, kind, opened_at: AT, opened_by: by });
      for (const event of events) {
        const entered = { at: AT, detail: '{}', entered_at: AT, entered_by: by };
        rows.insert('matter_event', { ...entry(), id: `${id} ${event}`, matter_id: id, kind: event, ...entered });
      }
    }
    entries.end();
  });
  connection.close();
});
afterAll(() => station.end());

it('lists what is open, however much was closed since', async () => {
  const listed = async (wanted: { readonly kind?: MatterKind; readonly open: boolean; readonly most: number }) =>
    (await listMatterLines(station.store.read, wanted)).map(({ matterId, lastEvent }) => `${matterId}: ${lastEvent}`);
  expect(await listed({ open: true, most: 9 })).toEqual(['helps: cleared', 'waits: triaged']);
  expect(await listed({ kind: 'request', open: true, most: 1 })).toEqual(['waits: triaged']);
  expect(await listed({ kind: 'request', open: false, most: 1 })).toEqual(['named since: closed']);
  expect(await listed({ open: false, most: 9 })).toHaveLength(MATTERS.length);
});
