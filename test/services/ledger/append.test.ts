import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countEntries, findDisclosures, findLeaf, findNewest, listTexts } from '../../../db/ledger/reader.ts';
import { appendEntry, type NewEntry } from '../../../services/ledger/append.ts';
import { digestDisclosure } from '../../../services/ledger/disclosure.ts';
import { LOG, newStation, type TestStation } from '../../support/store-station.ts';

let station: TestStation;
beforeAll(async () => {
  station = await newStation();
});
afterAll(() => station.end());

const counted = (size: number): Uint8Array => Uint8Array.from({ length: size }, (_, at) => at);
const entry = (changed: Partial<NewEntry> = {}): NewEntry => ({
  log: LOG,
  type: 'notification.recorded',
  actor: 'b7e0a0a4-6a55-4d1c-9d07-d2f2f3b0a9c1',
  at: '2026-11-20T17:22:40.12-05:00',
  id: 'f6e0a0a4-6a55-4d1c-9d07-d2f2f3b0a9c1',
  disclosures: { person: { family: 'Testperson' }, notice: { agency: 'ICE' } },
  ...changed,
});
const append = (changed: Partial<NewEntry> = {}) =>
  station.store.transaction((tx) => appendEntry(tx, entry(changed), counted));

describe('an appended entry', () => {
  it('has bytes that are final: canonical, to the minute in UTC, digests sorted', async () => {
    const { seq } = await append();
    const leaf = await findLeaf(station.store.read, seq);
    const disclosures = await findDisclosures(station.store.read, seq);
    const digests = disclosures.map(({ text }) => digestDisclosure(text)).sort();
    expect(leaf?.toString('utf8')).toBe(
      `{"_sd":${JSON.stringify(digests)},"_sd_alg":"sha-256","actor":"b7e0a0a4-6a55-4d1c-9d07-d2f2f3b0a9c1",` +
        `"at":"2026-11-20T22:22Z","id":"f6e0a0a4-6a55-4d1c-9d07-d2f2f3b0a9c1","log":"${LOG}",` +
        `"schema":"notification-record/1","seq":${String(seq)},"type":"notification.recorded","v":1}`,
    );
    expect(disclosures.map(({ name }) => name)).toEqual(['notice', 'person']);
  });

  it('is hashed as RFC 6962 says, after a zero byte', async () => {
    await append();
    const head = await findNewest(station.store.read);
    const hash = createHash('sha256')
      .update(Buffer.concat([Buffer.of(0), head?.leaf ?? Buffer.of()]))
      .digest();
    expect(head?.leafHash.equals(hash)).toBe(true);
  });

  it('follows the last one without a gap, also when one was rolled back between', async () => {
    const first = await append();
    const failing = station.store.transaction(async (tx) => {
      await appendEntry(tx, entry(), counted);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const second = await append({ type: 'booking.saved', supersedes: first.seq });
    expect(second.seq).toBe(first.seq + 1);
    const [stored] = await listTexts(station.store.read, second.seq, 1);
    const written: unknown = JSON.parse(stored?.text ?? '');
    expect(written).toMatchObject({ schema: 'booking.saved/1', supersedes: first.seq });
    expect(await countEntries(station.store.read)).toBe(second.seq + 1);
  });

  it('commits to sealed values without keeping them', async () => {
    const { seq, sealed } = await append({
      type: 'status.recorded',
      disclosures: {},
      sealed: { status: { value: 'told' } },
    });
    expect(await findDisclosures(station.store.read, seq)).toEqual([]);
    const leaf = await findLeaf(station.store.read, seq);
    expect(leaf?.toString('utf8')).toContain(digestDisclosure(sealed['status'] ?? ''));
    expect(Buffer.from(sealed['status'] ?? '', 'base64url').toString('utf8')).toContain('"status",{"value":"told"}');
  });

  it('refuses what JSON cannot say, and the database what tells a status', async () => {
    await expect(append({ disclosures: { text: '\ud800' } })).rejects.toMatchObject({ code: 'not-json' });
    await expect(append({ disclosures: { text: 'He is undocumented.' } })).rejects.toMatchObject({ code: 'refused' });
    await expect(append({ disclosures: { person: { nationality: 'X' } } })).rejects.toMatchObject({ code: 'refused' });
    await expect(append({ id: randomUUID(), type: 'He is undocumented' })).rejects.toMatchObject({ code: 'refused' });
  });

  it('never names a refused word in the fault', async () => {
    const fault: unknown = await append({ disclosures: { text: 'He is undocumented.' } }).catch(
      (error: unknown) => error,
    );
    const told = fault instanceof Error ? `${fault.message} ${String(fault.cause)} ${fault.stack ?? ''}` : '';
    expect(told).toContain('disclosure.mark');
    expect(told).not.toContain('undocumented');
  });
});
