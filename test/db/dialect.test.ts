import { Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import type { insertBookingVersion } from '../../db/booking/writer.ts';
import type { ReadDb, WriteTx } from '../../db/database.ts';
import { StoreDialect, type Connection } from '../../db/dialect.ts';
import type { insertStatusRecord } from '../../db/ground/writer.ts';
import type { insertNotification } from '../../db/notification/writer.ts';
import type { BookingDraft } from '../../policy/booking.ts';
import type { Cleared } from '../../policy/gate.ts';
import type { NotificationDraft } from '../../policy/notification.ts';
import { connectTo } from '../support/store-place.ts';
import { newStation, type TestStation } from '../support/store-station.ts';

let station: TestStation;
beforeAll(async () => {
  station = await newStation();
});
afterAll(() => station.end());

/** A connection that remembers what was prepared on it. */
function watched(): { readonly connection: Connection; readonly prepared: string[] } {
  const real = connectTo(station.place);
  const prepared: string[] = [];
  const connection: Connection = {
    get inTransaction() {
      return real.inTransaction;
    },
    prepare(text) {
      prepared.push(text);
      return real.prepare(text);
    },
    close: () => real.close(),
  };
  return { connection, prepared };
}

describe('the statement cache', () => {
  it('prepares a statement once, whatever its parameters', async () => {
    const { connection, prepared } = watched();
    const db = new Kysely<{ person: { name: string } }>({ dialect: new StoreDialect(connection) });
    for (const name of ['alex', 'jo', 'nobody']) {
      await db.selectFrom('person').select('name').where('name', '=', name).execute();
    }
    await db.destroy();
    expect(prepared).toHaveLength(1);
  });

  it('gives a stream a statement of its own, so that the same question may be asked meanwhile', async () => {
    const { connection } = watched();
    const db = new Kysely<{ person: { name: string } }>({ dialect: new StoreDialect(connection) });
    const names = db.selectFrom('person').select('name').orderBy('name').compile();
    const driver = new StoreDialect(connection).createDriver();
    await driver.init();
    const one = await driver.acquireConnection();
    await one.executeQuery(names);
    const seen: unknown[] = [];
    for await (const { rows } of one.streamQuery(names, 1)) {
      seen.push(...rows);
      expect((await one.executeQuery(names)).rows).toHaveLength(3);
    }
    expect(seen).toEqual([{ name: 'alex' }, { name: 'jo' }, { name: 'kim' }]);
    await driver.destroy();
  });

  it('forgets the oldest statement before it keeps too many', async () => {
    const { connection, prepared } = watched();
    const db = new Kysely<object>({ dialect: new StoreDialect(connection) });
    const ask = (at: number) => sql`select ${sql.lit(at)} as n`.execute(db);
    for (let at = 0; at <= 400; at += 1) await ask(at);
    await ask(400);
    expect(prepared).toHaveLength(401);
    await ask(0);
    expect(prepared).toHaveLength(402);
    await db.destroy();
  });
});

describe('authority in types', () => {
  it('asks a writer for a transaction and for what the gate cleared', () => {
    expectTypeOf<ReadDb>().not.toExtend<Parameters<typeof insertBookingVersion>[0]>();
    expectTypeOf<WriteTx>().toExtend<Parameters<typeof insertBookingVersion>[0]>();
    expectTypeOf<BookingDraft>().not.toExtend<Parameters<typeof insertBookingVersion>[1]>();
    expectTypeOf<Cleared<BookingDraft>>().toExtend<Parameters<typeof insertBookingVersion>[1]>();
    expectTypeOf<NotificationDraft>().not.toExtend<Parameters<typeof insertNotification>[1]>();
    expectTypeOf<{ value: string; bookingId: string; determinationId: string }>().not.toExtend<
      Parameters<typeof insertStatusRecord>[1]
    >();
  });

  it('lets a transaction read, and a reader do nothing else', () => {
    expectTypeOf<WriteTx>().toExtend<ReadDb>();
    expectTypeOf<ReadDb>().not.toHaveProperty('insertInto');
    expectTypeOf<ReadDb>().not.toHaveProperty('deleteFrom');
  });
});
