// The fourth door: the database itself, asked by a writer that was lied to and by SQL of its own transaction.
import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADDED_FIELDS, markedColumns, markTable } from '../../db/added-fields.ts';
import { abandonNumber, insertBookingEvent, insertBookingVersion, saveDraft } from '../../db/booking/writer.ts';
import type { WriteTx } from '../../db/database.ts';
import { POLICY_GUARDS } from '../../db/guards.ts';
import { createMarker } from '../../db/mark.ts';
import { MARK_RULES } from '../../db/mark-rules.ts';
import { insertNotification } from '../../db/notification/writer.ts';
import { isListedName } from '../../policy/fields/classify.ts';
import type { Cleared } from '../../policy/gate.ts';
import { DECLINED } from '../support/booked.ts';
import { connectTo } from '../support/store-place.ts';
import { cover, now } from '../support/store-station.ts';
import { newWorld, type World } from '../support/store-world.ts';

const TOLD = 'He is undocumented';

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.station.end());

/** Says of anything that it passed the gate: what the types are there to prevent. */
function isForged<T>(value: T): value is Cleared<T> {
  return value !== undefined;
}

function forged<T>(value: T): Cleared<T> {
  if (!isForged(value)) throw new TypeError('nothing to forge');
  return value;
}

async function refusal(work: (tx: WriteTx) => Promise<unknown>): Promise<string> {
  try {
    await world.station.store.transaction(work);
    return 'taken';
  } catch (fault) {
    return fault instanceof Error ? fault.message : 'refused';
  }
}

const NO_MARK = /NOT NULL constraint failed: \w+[.]mark/;
const by = (): string => world.station.officer.id;

const WRITERS: Readonly<Record<string, (tx: WriteTx) => Promise<void>>> = {
  insertBookingVersion: async (tx) => {
    const draft = forged({ fields: { last_name: 'Testperson', narrative: TOLD }, charges: [] });
    await insertBookingVersion(tx, draft, {
      bookingId: world.openForm,
      version: 1,
      ...(await cover(tx, { by: by() })),
    });
  },
  'insertBookingVersion, a charge': async (tx) => {
    const draft = forged({ fields: { last_name: 'Testperson' }, charges: [{ charge_description: TOLD }] });
    await insertBookingVersion(tx, draft, {
      bookingId: world.openForm,
      version: 1,
      ...(await cover(tx, { by: by() })),
    });
  },
  'insertBookingVersion, the reason': async (tx) => {
    const draft = forged({ fields: { last_name: 'Testperson' }, charges: [] });
    const saved = { bookingId: world.booking, version: 2, reason: forged(TOLD), ...(await cover(tx, { by: by() })) };
    await insertBookingVersion(tx, draft, saved);
  },
  insertBookingEvent: async (tx) => {
    const event = forged({ kind: 'in-custody', at: now(), detail: TOLD } as const);
    await insertBookingEvent(tx, event, {
      id: randomUUID(),
      bookingId: world.booking,
      ...(await cover(tx, { by: by() })),
    });
  },
  saveDraft: (tx) =>
    saveDraft(tx, forged({ fields: { narrative: TOLD }, charges: [] }), {
      bookingId: world.openForm,
      at: now(),
      by: by(),
    }),
  abandonNumber: async (tx) =>
    abandonNumber(tx, { bookingId: world.openForm, reason: forged(TOLD) }, await cover(tx, { by: by() })),
  insertNotification: async (tx) => {
    const { id, number } = world.notice;
    const content = forged({ ...DECLINED, purpose: TOLD } as const);
    await insertNotification(tx, content, { id, number, cosignedBy: null, ...(await cover(tx, { by: by() })) });
  },
};

describe('a writer with a forged pass', () => {
  it.each(Object.keys(WRITERS))('%s is refused by the mark', async (name) => {
    expect(await refusal(WRITERS[name] ?? (() => Promise.reject(new Error(name))))).toMatch(NO_MARK);
  });

  it('cannot cover it with an entry that tells it either', async () => {
    const told = await refusal((tx) => cover(tx, { by: by(), disclosures: { texts: { narrative: TOLD } } }));
    expect(told).toMatch(NO_MARK);
    const named = await refusal((tx) => cover(tx, { by: by(), disclosures: { person: { citizenship: 'X' } } }));
    expect(named).toMatch(NO_MARK);
    expect(await refusal((tx) => cover(tx, { by: by(), type: 'undocumented' }))).toMatch(NO_MARK);
  });
});

describe('SQL inside a transaction of the store', () => {
  it.each([
    [
      'a status in a narrative',
      sql`insert into draft (booking_id, fields, charges, kept_at, kept_by)
      select id, json_object('narrative', ${TOLD}), '[]', opened_at, opened_by from booking`,
    ],
    ['a status over a record', sql`update booking_version set narrative = ${TOLD}`],
    [
      'a function in place of the marker',
      sql`insert into draft (booking_id, fields, charges, mark) values ('x', '{}', '[]', 'x')`,
    ],
    ['a column of its own', sql`insert into booking_version (citizenship) values ('X')`],
  ])('refuses %s', async (_what, statement) => {
    expect(await refusal((tx) => statement.execute(tx))).not.toBe('taken');
  });
});

/** The one place where the words may rest that are refused everywhere else. */
const SEALED = { table: 'status_record', column: 'value' };

const LATER = ADDED_FIELDS.map((added) => [markTable(added), markedColumns(added)] as const);
const COLUMNS = [...Object.entries(MARK_RULES), ...LATER].flatMap(([table, columns]) =>
  columns.map(([column], at) => ({ table, column, at, width: columns.length })),
);
const READ = COLUMNS.filter(({ table, column }) => table !== SEALED.table || column !== SEALED.column);

describe('the mark', () => {
  const marker = createMarker(randomBytes(32), POLICY_GUARDS);
  const markOf = ({ table, at, width }: (typeof COLUMNS)[number], value: unknown): string | null =>
    marker.mark([table, ...Array.from({ length: width }, (_, place) => (place === at ? value : null))]);

  // The words of the search are copied by a trigger from columns that have a mark.
  it('knows every column of every table but the mark itself and the words of the search', () => {
    const connection = connectTo(world.station.place);
    const known = new Set(COLUMNS.map(({ table, column }) => `${table.replace(/_mark_.*/, '')}.${column}`));
    const all = connection
      .prepare(
        `select s.name || '.' || c.name from sqlite_schema s, pragma_table_xinfo(s.name) c where s.type = 'table'
        and s.name not like 'kysely!_%' escape '!' and s.name not like '%!_mark!_%' escape '!' and c.name <> 'mark'
        and s.name not like 'booking!_words%' escape '!'`,
      )
      .pluck()
      .all();
    connection.close();
    expect(all.filter((name) => !known.has(String(name)))).toEqual([]);
    expect(all.length).toBe(known.size);
  });

  it.each(READ)('refuses a status in $table, $column', (place) => {
    expect(markOf(place, null)).toMatch(/^[0-9a-f]{64}$/);
    for (const text of [TOLD, 'undocumented', 'ILLEGAL ALIEN', 'u n d o c u m e n t e d']) {
      // Some columns of real files are called so.
      if (place.column === 'headings' && isListedName(text)) continue;
      expect([text, markOf(place, text)]).toEqual([text, null]);
      expect([text, markOf(place, JSON.stringify([text]))]).toEqual([text, null]);
      expect([text, markOf(place, JSON.stringify({ note: text, clause: text, category: text, kind: text }))]).toEqual([
        text,
        null,
      ]);
      expect([text, markOf(place, Buffer.from(text))]).toEqual([text, null]);
    }
  });

  it('refuses a leaf that tells a status, whatever its key', () => {
    const leaf = {
      v: 1,
      schema: 'test/1',
      log: 'x',
      seq: 7,
      id: 'x',
      at: now(),
      type: 'test.recorded',
      actor: 'x',
      _sd: [],
    };
    const of = (changed: object): string | null =>
      marker.mark(['ledger_entry', 7, Buffer.from(JSON.stringify({ ...leaf, ...changed })), null]);
    expect(of({})).not.toBeNull();
    for (const key of Object.keys(leaf)) expect([key, of({ [key]: TOLD })]).toEqual([key, null]);
    expect(of({ schema: { note: TOLD } })).toBeNull();
    expect(of({ _sd: [TOLD] })).toBeNull();
    expect(of({ citizenship: 'X' })).toBeNull();
  });
});
