import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAccountChanges } from '../../db/account/review.ts';
import { countRefusals, listSessionEvents } from '../../db/audit/reader.ts';
import { insertAuditEvent, insertLooseRefusal, insertLooseSessionEvent } from '../../db/audit/writer.ts';
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

describe('an entry that somebody made unreadable', () => {
  it('keeps nothing else from those who look through accounts', async () => {
    const { store, officer, place } = station;
    const factor = { id: randomUUID(), personId: officer.id, nonce: 'A'.repeat(16), sealed: randomBytes(656) };
    const entry = await store.transaction(async (tx) => {
      const meta = await cover(tx, { by: officer.id });
      await insertFactor(tx, factor, meta);
      return meta.entrySeq;
    });
    const read = async () => (await listAccountChanges(store.read, -1)).filter(({ entry: at }) => at === entry);
    const before = await read();
    expect(before).toMatchObject([{ personId: officer.id, change: 'factor-set' }]);
    const connection = connectForged(place);
    meddleWith(connection, `update ledger_entry set leaf = x'00' where seq = ${String(entry)}`, ['ledger_entry']);
    connection.close();
    expect(await read()).toEqual(before);
  });
});
