import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallInput } from '../../contract/calls.ts';
import { book } from '../support/booked.ts';
import { dutyDesk } from '../support/duties.ts';
import { lookInside } from '../support/look-inside.ts';
import { MINUTE, movedClock } from '../support/moved-clock.ts';
import { newTestStation, PASSPHRASE, type TestStation } from '../support/station.ts';

const clock = movedClock();

let desk: TestStation;
let booking = '';
beforeAll(async () => {
  desk = await newTestStation({ clock });
  await desk.addPerson('booking-officer', 'sample');
  await desk.addPerson('supervisor', 'keeper');
  await desk.addPerson('auditor', 'auditor');
  await desk.signIn('chief', 'chief');
  await desk.signIn('auditor', 'auditor');
  await desk.signIn('sample');
  booking = await book(desk);
}, 120_000);
afterAll(async () => {
  await desk.remove();
});

const { told, ago, named, act, only } = dutyDesk({ desk: () => desk, clock });

const determine = (ground: CallInput<'ground.determine'>['ground'], facts: object, cosignId?: string) =>
  desk.call('ground.determine', {
    bookingId: booking,
    ground,
    facts: { ...facts },
    ...(cosignId === undefined ? {} : { cosignId }),
  });

describe('an exception that was used', () => {
  const facts = {
    whatHappened: 'Drove a van at the gate of the water works.',
    whySerious: 'The van carried forty liters of fuel.',
    threat: 'public-safety',
    perceivedFrom: 'Two officers saw the fuel and a detonator.',
    whyNoListedGround: 'Nobody is arrested for it yet.',
  };

  it('is reviewed by the chief and nobody else', async () => {
    const form = { bookingId: booking, ground: 'X2', facts } as const;
    const { cosignId } = await desk.done('ground.cosign', { ...form, name: 'keeper', passphrase: PASSPHRASE });
    expect((await determine('X2', facts, cosignId)).ok).toBe(true);
    const { dutyId } = await only('chief-review');
    expect(await act(dutyId, 'done')).toEqual(['role-not-allowed kind']);
    expect(await act(dutyId, 'done', { note: 'Reviewed, agreed.', client: 'chief' })).toEqual([]);
  });
});

describe('somebody held past release', () => {
  it('raises an alarm one minute past it that no word ends, only the release', async () => {
    const held = await book(desk);
    await desk.done('booking.recordEvent', { bookingId: held, kind: 'release-eligible', at: ago(0) });
    expect(await named('held-past-release')).toEqual([]);
    clock.by += 2 * MINUTE;
    expect(await named('held-past-release', 'auditor')).toEqual([]);
    const { dutyId, bookingId } = await only('held-past-release');
    expect(bookingId).toBe(held);
    expect(await act(dutyId, 'done')).toEqual(['wrong-value kind']);
    await desk.done('booking.recordEvent', { bookingId: held, kind: 'released', at: told() });
    expect(await named('held-past-release')).toEqual([]);
  });

  it('raises none where a criminal basis is on record', async () => {
    const held = await book(desk);
    const asked = {
      ground: '3c',
      facts: { basis: 'criminal-activity', articulableFacts: 'Seen breaking the window with a bar.' },
    } as const;
    const event = { kind: 'begun', at: told(), detail: {} };
    await desk.done('matter.open', { kind: 'detention', bookingId: held, subject: {}, event, asked });
    await desk.done('booking.recordEvent', { bookingId: held, kind: 'release-eligible', at: ago(0) });
    clock.by += 2 * MINUTE;
    expect(await named('held-past-release')).toEqual([]);
  });

  it('is refused on a detainer or a civil warrant', async () => {
    for (const basis of ['detainer', 'civil-warrant', 'for-ice']) {
      const event = { kind: 'begun', at: told(), detail: {} };
      const asked = { ground: '3c', facts: { basis } } as const;
      const reply = await desk.call('matter.open', {
        kind: 'detention',
        bookingId: booking,
        subject: {},
        event,
        asked,
      });
      expect(reply.ok ? null : reply.refusals[0]?.code).toBe('ground-not-open');
    }
  });
});

describe('a scanned paper', () => {
  it('rests sealed under its hash, and an event names it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sallyport-scan-'));
    const path = join(folder, 'fax.pdf');
    writeFileSync(path, '%PDF-1.7 undocumented Marker7f3a');
    const event = { kind: 'begun', at: told(), detail: {} };
    const { matterId } = await desk.done('matter.open', {
      kind: 'assistance',
      subject: {},
      event,
      asked: { ground: '3b-i', facts: {} },
    });
    const scan = await desk.done('matter.attachScan', { matterId, path });
    expect(await desk.done('matter.attachScan', { matterId, path })).toEqual(scan);
    const confirm = (sha256: string) => ({
      kind: 'confirmed',
      at: told(),
      detail: { reference: 'EX-26-0417', scan: sha256 },
    });
    const strange = await desk.call('matter.addEvent', { matterId, event: confirm('0'.repeat(64)) });
    expect(strange.ok ? null : strange.refusals[0]).toMatchObject({ code: 'not-found', field: 'event.detail.scan' });
    const matter = await desk.done('matter.addEvent', { matterId, event: confirm(scan.sha256) });
    expect(matter.scans).toEqual([scan]);
    const inside = await lookInside(desk.folder);
    expect(inside.texts()).not.toContain('Marker7f3a');
    inside.close();
    writeFileSync(path, 'no paper');
    const none = await desk.call('matter.attachScan', { matterId, path });
    expect(none.ok ? null : none.refusals[0]?.code).toBe('unreadable-file');
    rmSync(folder, { recursive: true });
  });
});
