import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallInput } from '../../contract/calls.ts';
import type { Contact } from '../../contract/contact.ts';
import { isStale } from '../../policy/contacts.ts';
import { lookInside } from '../support/look-inside.ts';
import { refusedIn } from '../support/matters.ts';
import { HOUR, movedClock } from '../support/moved-clock.ts';
import { newTestStation, type TestStation } from '../support/station.ts';

const clock = movedClock();
const DAY = 24 * HOUR;

let desk: TestStation;
beforeAll(async () => {
  desk = await newTestStation({ clock });
  for (const role of ['supervisor', 'booking-officer', 'auditor', 'administrator'] as const) {
    await desk.addPerson(role, role);
    await desk.signIn(role, role);
  }
}, 120_000);
afterAll(async () => {
  await desk.remove();
});

type Card = CallInput<'contact.save'>['card'];
const JTTF: Card = {
  kind: 'jttf',
  name: 'JTTF duty desk',
  agency: 'FBI',
  number: '617-555-0100',
  notes: 'Day and night',
};

const list = (client = 'test'): Promise<readonly Contact[]> => desk.done('contact.list', {}, client);
const add = (card: Card, more: Omit<CallInput<'contact.save'>, 'card'> = {}): Promise<Contact> =>
  desk.done('contact.save', { card, ...more }, 'supervisor');
const change = (contact: Contact, card: Card): Promise<Contact> =>
  add(card, { contactId: contact.contactId, baseVersion: contact.version });

describe('a contact', () => {
  it('is kept by a supervisor or the chief, and read by everybody who signed in', async () => {
    const added = await add(JTTF);
    expect(added).toMatchObject({ ...JTTF, second: null, version: 1, checkedAt: null, retired: false, earlier: [] });
    for (const client of ['test', 'booking-officer', 'auditor', 'administrator']) {
      expect((await list(client)).map(({ number }) => number)).toEqual(['617-555-0100']);
    }
    for (const client of ['booking-officer', 'auditor', 'administrator']) {
      expect(refusedIn(await desk.call('contact.save', { card: JTTF }, client))).toEqual(['role-not-allowed']);
    }
  });

  it('gets a new version with each change, and loses none', async () => {
    const first = await add({ kind: 'court', name: 'Clerk of the Exampleton court', number: '508-555-0110' });
    const second = await change(first, {
      kind: 'court',
      name: 'Clerk of the Exampleton court',
      number: '508-555-0111',
    });
    expect([second.version, second.number, second.earlier.map(({ number }) => number)]).toEqual([
      2,
      '508-555-0111',
      ['508-555-0110'],
    ]);
    const late = { contactId: first.contactId, baseVersion: 1, card: JTTF };
    expect(refusedIn(await desk.call('contact.save', late))).toEqual(['changed-meanwhile contactId']);
  });

  it('says when the number was tried and by whom, until the number changes', async () => {
    const card: Card = { kind: 'state-police', name: 'Barracks', number: '508-555-0120' };
    const added = await add(card, { checkedAt: new Date(clock.now().getTime() - HOUR).toISOString() });
    expect(added.checkedBy).toBe('Officer supervisor Fictional');
    const noted = await change(added, { ...card, notes: 'Ask for the desk' });
    expect([noted.checkedAt, noted.checkedBy]).toEqual([added.checkedAt, added.checkedBy]);
    const moved = await change(noted, { ...card, number: '508-555-0121' });
    expect([moved.checkedAt, moved.checkedBy]).toEqual([null, null]);
    const { contactId, version } = moved;
    const tried = await desk.done('contact.check', { contactId, baseVersion: version });
    expect([tried.version, tried.checkedBy]).toEqual([4, 'M. Fiction']);
    expect(isStale(tried.checkedAt, clock.now().getTime() + 90 * DAY)).toBe(false);
    expect(isStale(tried.checkedAt, clock.now().getTime() + 91 * DAY)).toBe(true);
    expect(isStale(null, clock.now().getTime())).toBe(true);
  });

  it('was never tried tomorrow', async () => {
    const ahead = new Date(clock.now().getTime() + HOUR).toISOString();
    const reply = await desk.call('contact.save', { card: JTTF, checkedAt: ahead });
    expect(refusedIn(reply)).toEqual(['wrong-value checkedAt future']);
  });

  it('goes off the list and stays on record', async () => {
    const { contactId, version } = await add({ kind: 'counsel', name: 'Town counsel', number: '508-555-0130' });
    const gone = await desk.done('contact.retire', { contactId, baseVersion: version });
    expect([gone.retired, gone.earlier.length]).toEqual([true, 1]);
    const again = await desk.call('contact.check', { contactId, baseVersion: gone.version });
    expect(refusedIn(again)).toEqual(['not-found contactId']);
  });

  it('may name an agency and its papers, and nobody’s status', async () => {
    const inside = await lookInside(desk.folder);
    const before = inside.counts();
    for (const name of ['name', 'agency', 'number', 'second', 'notes'] as const) {
      const card = { ...JTTF, [name]: 'Ask for the undocumented Marker7f3a' };
      expect(refusedIn(await desk.call('contact.save', { card }))).toEqual([`status-in-text card.${name}`]);
    }
    expect(refusedIn(await desk.call('contact.save', { card: { ...JTTF, number: ' ' } }))).toEqual([
      'missing-value card.number',
    ]);
    expect(inside.counts()).toEqual(before);
    expect(inside.texts()).not.toContain('Marker7f3a');
    inside.close();
    const named = await add({
      kind: 'other',
      name: 'ERO field office',
      agency: 'ICE',
      number: '617-555-0140',
      notes: 'I-247A desk',
    });
    expect(named.agency).toBe('ICE');
  });

  it('is covered by the ledger, and the store still checks', async () => {
    const inside = await lookInside(desk.folder);
    const { contact } = inside.counts();
    inside.close();
    expect(contact).toBe((await list()).reduce((sum, one) => sum + one.version, 0));
    const report = await desk.done('system.check', {});
    expect([report.ok, report.firstBad]).toEqual([true, undefined]);
  });
});
