// One try for every text, name and key that a call takes: each of them tells a status, so each is to be refused.
import { join } from 'node:path';
import { APPROVED_FIELDS } from '../../policy/fields/approved-fields.ts';
import { GOOD_CHARGES, GOOD_FIELDS, DECLINED, NOTICE } from './booked.ts';
import { PASSPHRASE } from './station.ts';

/** What the tries are about. */
export interface Places {
  /** Bookings: a saved one, and one that is still open. */
  readonly saved: string;
  readonly form: string;
  /** A folder that is no part of the station. */
  readonly elsewhere: string;
  /** Stands in every text, so that it can be looked for. */
  readonly marker: string;
}

/** A call and the input that it must refuse. */
export type Try = readonly [call: string, input: unknown];

const TEXT_FIELDS = APPROVED_FIELDS.filter(({ type }) => type === 'text' || type === 'name' || type === 'list');

function bookingTries(text: string, at: Places): readonly Try[] {
  return TEXT_FIELDS.flatMap(({ name, part, type }): readonly Try[] => {
    const value = type === 'list' ? ['Wallet', text] : text;
    const fields = part === 'booking' ? { ...GOOD_FIELDS, [name]: value } : GOOD_FIELDS;
    const charges = part === 'charge' ? [{ ...GOOD_CHARGES[0], [name]: value }] : GOOD_CHARGES;
    return [['booking.save', { bookingId: at.form, fields, charges }]];
  });
}

function deskTries(text: string, at: Places): readonly Try[] {
  const correct = { bookingId: at.saved, baseVersion: 1, fields: GOOD_FIELDS, charges: GOOD_CHARGES };
  return [
    ['booking.correct', { ...correct, reason: text }],
    ['booking.correct', { ...correct, reason: 'Read again', fields: { ...GOOD_FIELDS, narrative: text } }],
    ['booking.recordEvent', { bookingId: at.saved, kind: 'in-custody', at: NOTICE.contactedAt, detail: text }],
    ['booking.recordEvent', { bookingId: at.saved, kind: text, at: NOTICE.contactedAt }],
    ['booking.recordEvent', { bookingId: at.saved, kind: 'rights-read', at: text }],
    ['booking.abandon', { bookingId: at.form, reason: text }],
    ['booking.get', { bookingId: text }],
    ['booking.list', { before: text }],
    ['booking.find', { words: text }],
  ];
}

function groundTries(text: string, at: Places): readonly Try[] {
  const asked = { bookingId: at.saved, ground: '2a' };
  const second = { name: 'chief', passphrase: PASSPHRASE };
  return [
    ['ground.evaluate', { ...asked, act: 'notify-ice', facts: { elementOfForce: text } }],
    ['ground.determine', { ...asked, facts: { elementOfForce: text } }],
    ['ground.determine', { ...asked, facts: { source: { kind: text, reference: text } } }],
    ['ground.determine', { ...asked, facts: { sources: [text] } }],
    ['ground.determine', { ...asked, facts: { [text]: text } }],
    ['ground.determine', { ...asked, ground: text, facts: {} }],
    ['ground.cosign', { ...asked, ...second, facts: { elementOfForce: text } }],
    ['ground.cosign', { ...asked, name: text, passphrase: text, facts: {} }],
    ['status.record', { bookingId: at.saved, determinationId: at.saved, value: text }],
    ['status.record', { bookingId: at.saved, determinationId: text, value: text }],
  ];
}

function noticeTries(text: string, at: Places): readonly Try[] {
  const contact = { ...DECLINED, bookingId: at.saved };
  const texts = ['agency', 'unit', 'recipient', 'reachedAt', 'verifiedHow', 'purpose', 'reason'];
  const copy = { notificationIds: [at.saved], folder: join(at.elsewhere, 'out'), audience: 'Court, made up' };
  return [
    ...texts.map((name): Try => ['notification.record', { ...contact, [name]: `${text} undocumented` }]),
    ['notification.record', { ...contact, channel: text }],
    ['notification.export', { ...copy, audience: text }],
    ['notification.export', { ...copy, purpose: text }],
    ['notification.export', { ...copy, leaveOut: [{ name: text.slice(0, 60), reason: 'privacy' }] }],
  ];
}

function teachingTries(text: string, at: Places): readonly Try[] {
  const second = { name: 'chief', passphrase: PASSPHRASE };
  const asked = { field: 'narrative', text, start: 0, end: text.length, reason: 'A name of a band' };
  return [
    ['screen.teach', { ...asked, ...second }],
    ['screen.teach', { ...asked, ...second, text: 'Calm all night.', end: 4, reason: text }],
    ['screen.teach', { ...asked, name: text, passphrase: text }],
    ['screen.teach', { ...asked, ...second, field: text }],
    ['screen.revoke', { phraseId: at.saved, reason: text }],
    ['screen.revoke', { phraseId: text }],
  ];
}

function peopleTries(text: string, at: Places): readonly Try[] {
  const person = { name: 'bo', displayName: 'Bo Fictional', badge: '1', role: 'auditor', passphrase: PASSPHRASE };
  return [
    ['session.signIn', { name: text, passphrase: text }],
    ['session.unlock', { passphrase: text }],
    ['people.add', { ...person, name: text.slice(0, 60) }],
    ['people.add', { ...person, displayName: text }],
    ['people.add', { ...person, badge: `undocumented ${at.marker}` }],
    ['people.add', { ...person, role: text }],
    ['setup.judge', { name: text, chief: person }],
    ['setup.finish', { name: text, ori: 'MA0EX0100', recoveryFolder: at.elsewhere, recoveryKey: text, chief: person }],
    ['import.run', { path: join(at.elsewhere, `${text}.csv`), dryRun: false }],
    ['import.run', { path: join(at.elsewhere, 'none.csv'), dryRun: false, profile: join(at.elsewhere, text) }],
    [text, { [text]: text }],
  ];
}

function keyTries(text: string, at: Places): readonly Try[] {
  const draft = { bookingId: at.form, fields: GOOD_FIELDS, charges: GOOD_CHARGES };
  return [
    ['booking.save', { ...draft, [text]: text }],
    ['booking.save', { ...draft, fields: { ...GOOD_FIELDS, [text]: text } }],
    ['booking.save', { ...draft, fields: { ...GOOD_FIELDS, narrative: { [text]: text } } }],
    ['booking.save', { ...draft, fields: { ...GOOD_FIELDS, [`${text}/narrative`]: text } }],
    ['booking.save', { ...draft, charges: [{ [text]: text }] }],
    ['notification.record', { ...NOTICE, [text]: text }],
    ['desk.get', { [text]: text }],
  ];
}

const KINDS = [bookingTries, deskTries, groundTries, noticeTries, teachingTries, peopleTries, keyTries];

export function tellingTries(texts: readonly string[], at: Places): readonly Try[] {
  return texts.flatMap((text) => KINDS.flatMap((tries) => tries(text, at)));
}
