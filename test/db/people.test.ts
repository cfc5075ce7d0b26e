import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAccountChanges } from '../../db/account/review.ts';
import { countRefusals, listSessionEvents } from '../../db/audit/reader.ts';
import { countTrail, listTrail } from '../../db/audit/trail.ts';
import { insertAuditEvent, insertLooseRefusal, insertLooseSessionEvent } from '../../db/audit/writer.ts';
import { findLatestMoment } from '../../db/ledger/reader.ts';
import { findPerson, findPersonByName, listPersons } from '../../db/person/reader.ts';
import { insertPerson, insertPersonEvent } from '../../db/person/writer.ts';
import { insertFactor } from '../../db/second-factor/writer.ts';
import { findPolicyPack, getStation, listCertificates } from '../../db/station/reader.ts';
import { insertCertificate } from '../../db/station/writer.ts';
import { issue } from '../services/export/made-record.ts';
import { meddleWith } from '../support/store-meddle.ts';
import { connectForged } from '../support/store-plain.ts';
import { cover, newStation, NOBODYS, now, type TestStation } from '../support/store-station.ts';

const CHANGED = NOBODYS.replaceAll('A', 'B');

let station: TestStation;
beforeAll(async () => {
  station = await newStation();
});
afterAll(() => station.end());

describe('people', () => {
  it('are found by id, and by name in any case', async () => {
    const { read } = station.store;
    expect(await findPerson(read, station.chief.id)).toEqual(station.chief);
    expect((await findPersonByName(read, 'KIM'))?.person).toEqual(station.chief);
    expect(await findPersonByName(read, 'nobody')).toBeUndefined();
    expect((await listPersons(read)).map((one) => one.name)).toEqual(['alex', 'jo', 'kim']);
  });

  it('do not share a name, capitals aside', async () => {
    const person = { ...station.officer, id: randomUUID(), name: 'ALEX' };
    const adding = station.store.transaction(async (tx) =>
      insertPerson(tx, { person, verifier: NOBODYS }, await cover(tx)),
    );
    await expect(adding).rejects.toMatchObject({ name: 'StoreFault', code: 'refused' });
  });

  it('have the newest verifier, and leave without their past being changed', async () => {
    const personId = station.supervisor.id;
    await station.store.transaction(async (tx) => {
      const by = station.chief.id;
      const changed = { id: randomUUID(), personId, kind: 'passphrase-changed', verifier: CHANGED } as const;
      await insertPersonEvent(tx, changed, await cover(tx, { by }));
      await insertPersonEvent(tx, { id: randomUUID(), personId, kind: 'deactivated' }, await cover(tx, { by }));
    });
    const found = await findPersonByName(station.store.read, 'jo');
    expect(found).toMatchObject({ verifier: CHANGED, person: { active: false, role: 'supervisor' } });
  });
});

describe('the station', () => {
  it('knows itself, its pack and its certificates', async () => {
    const { read } = station.store;
    expect(await getStation(read)).toMatchObject({ id: station.stationId, ori: 'MA0EX0100', agencyCode: 'WPD' });
    expect(await findPolicyPack(read, station.packDigest)).toMatchObject({
      digest: station.packDigest,
      body: { format: 'policy-pack/1' },
    });
    expect(await findPolicyPack(read, '0'.repeat(64))).toBeUndefined();
    const { certificates } = await issue();
    await station.store.transaction(async (tx) => {
      for (const certificate of certificates) await insertCertificate(tx, certificate, await cover(tx));
    });
    const pems = (await listCertificates(read)).map(({ pem }) => pem);
    expect([...pems].sort()).toEqual(certificates.map(({ pem }) => pem).sort());
  });
});

describe('what is kept of refusals and sessions', () => {
  it('is counted by code and listed, without a word of what was typed', async () => {
    const common = { call: 'booking.save', clause: '1(b)', length: 12 };
    const meta = (personId: string | null = station.officer.id) => ({ id: randomUUID(), at: now(), personId });
    await station.store.transaction(async (tx) => {
      const inText = { ...common, code: 'status-in-text', category: 'status-statement', field: 'narrative' } as const;
      await insertAuditEvent(tx, { ...meta(), ...(await cover(tx)) }, inText);
      await insertLooseRefusal(tx, meta(), inText);
      const byName = { ...common, code: 'protected-field', category: 'citizenship', field: 'citizenship' } as const;
      await insertAuditEvent(tx, { ...meta(), ...(await cover(tx)) }, byName);
      await insertLooseSessionEvent(tx, meta(null), 'sign-in-failed');
      await insertAuditEvent(tx, { ...meta(), ...(await cover(tx)), at: '2020-01-02T03:04:05Z' }, 'locked');
    });
    expect(await countRefusals(station.store.read)).toEqual(
      new Map([
        ['status-in-text', 2],
        ['protected-field', 1],
      ]),
    );
    expect(await listSessionEvents(station.store.read, 10)).toMatchObject([
      { kind: 'sign-in-failed', personId: null },
      { kind: 'locked', personId: station.officer.id },
    ]);
  });
});

/** What somebody does who has the key; `leaf` in hexadecimal. */
function bend(seq: number, leaf = '00'): void {
  const connection = connectForged(station.place);
  meddleWith(connection, `update ledger_entry set leaf = x'${leaf}' where seq = ${String(seq)}`, ['ledger_entry']);
  connection.close();
}

describe('an entry that somebody made unreadable', () => {
  it('keeps nothing else from those who look through accounts', async () => {
    const { store, officer } = station;
    const factor = { id: randomUUID(), personId: officer.id, nonce: 'A'.repeat(16), sealed: randomBytes(656) };
    const entry = await store.transaction(async (tx) => {
      const meta = await cover(tx, { by: officer.id });
      await insertFactor(tx, factor, meta);
      return meta.entrySeq;
    });
    const read = async () => (await listAccountChanges(store.read, -1)).filter(({ entry: at }) => at === entry);
    const before = await read();
    expect(before).toMatchObject([{ personId: officer.id, change: 'factor-set' }]);
    bend(entry);
    expect(await read()).toEqual(before);
  });

  it('keeps its place in the trail, tells what the audit has of it, and is counted', async () => {
    const { store, officer } = station;
    const refusal = { call: 'booking.save', code: 'status-in-text', category: null, field: null } as const;
    const seqs = await store.transaction(async (tx) => {
      const made: number[] = [];
      for (let at = 0; at < 7; at += 1) {
        const meta = await cover(tx, { by: officer.id, type: at === 5 ? 'gate.refused' : 'test.recorded' });
        const told = { ...refusal, clause: '1(b)', length: 12 };
        if (at === 5) await insertAuditEvent(tx, { ...meta, id: randomUUID(), personId: officer.id }, told);
        made.push(meta.entrySeq);
      }
      return made;
    });
    const [first = 0] = seqs;
    const list = (limit = 20) => listTrail(store.read, { after: first - 1, limit });
    const before = await list();
    const [, none = 0, empty = 0, list0 = 0, number = 0, refused = 0] = seqs;
    expect(before.map(({ entry }) => entry)).toEqual(seqs.toReversed());
    bend(none);
    bend(empty, '');
    bend(list0, Buffer.from('[{"at":"now"}]').toString('hex'));
    bend(number, Buffer.from('{"type":7,"at":"now"}').toString('hex'));
    bend(refused, 'ff');
    const untold = { at: null, type: null, by: null };
    const rest = before.map((row) => {
      if (row.entry === refused) return { ...row, type: null, by: null };
      return [none, empty, list0, number].includes(row.entry) ? { ...row, ...untold } : row;
    });
    expect(rest.find(({ entry }) => entry === refused)).toMatchObject({ call: 'booking.save', code: 'status-in-text' });
    expect(await list()).toEqual(rest);
    expect(await list(3)).toEqual(rest.slice(0, 3));
    expect(await countTrail(store.read, first - 1)).toEqual([
      { type: null, call: null, code: null, count: 5 },
      { type: 'test.recorded', call: null, code: null, count: 2 },
    ]);
  });

  it('says no moment, and leaves the latest one to the others', async () => {
    const { store } = station;
    const write = (at: string) => store.transaction(async (tx) => (await cover(tx, { at })).entrySeq);
    await write('2039-01-01T00:00:00Z');
    const newest = await write('2039-01-02T00:00:00Z');
    expect(await findLatestMoment(store.read)).toBe('2039-01-02T00:00Z');
    for (const at of [
      '"2039-01-02',
      '"now"',
      '"2039-13-01T00:00Z"',
      '"2039-02-31T00:00Z"',
      '"2039-01-02T24:30Z"',
      '9',
    ]) {
      bend(newest, Buffer.from(`{"at":${at}}`).toString('hex'));
      expect([at, await findLatestMoment(store.read)]).toEqual([at, '2039-01-01T00:00Z']);
    }
  });
});
