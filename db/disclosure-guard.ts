// What an entry of the ledger may disclose. A contact may be told in the entry of a contact and in no other.
import { BOOKING_EVENTS } from '../policy/booking.ts';
import { detailScreenedAs } from '../policy/gate/booking-event.ts';
import { isRecord, type Loose } from '../policy/gate/shapes.ts';
import type { ScreenCategory } from '../policy/screen/verdict.ts';
import { boxesOfEvent, isSafeCard, isSafeDetail, isSafeDutyDetail } from './detail-guard.ts';
import type { Guards } from './guards.ts';
import { fromJson, isSafeJson, type About } from './json-guard.ts';

const NONE: ReadonlySet<ScreenCategory> = new Set();

/** What a disclosure of a name is read as. `event` and `card` hold boxes of a form under `detail`. */
type Reading = About | 'event' | 'card';

interface Told {
  readonly reading: Reading;
  /** Beginnings of the types of entry that may tell it. */
  readonly by: readonly string[];
}

/** Every disclosure that may say more than a plain record does. One of another name may stand in any entry. */
const TOLD: ReadonlyMap<string, Told> = new Map<string, Told>([
  ['charges', { reading: 'charges', by: ['booking.'] }],
  ['charge', { reading: 'charges', by: ['notification.'] }],
  ['notice', { reading: 'contact', by: ['notification.'] }],
  ['inHouse', { reading: 'contact', by: ['notification.'] }],
  ['export', { reading: 'contact', by: ['record.'] }],
  ['authority', { reading: 'request', by: ['notification.'] }],
  ['facts', { reading: 'request', by: ['ground.', 'matter.', 'notification.'] }],
  ['event', { reading: 'event', by: ['booking.', 'matter.', 'duty.', 'notification.'] }],
  ['contact', { reading: 'card', by: ['contact.'] }],
]);

/** The rest of a form; its boxes are looked at by whoever knows them. */
function isSafeForm(form: Loose, areSafe: (boxes: object) => boolean, guards: Guards): boolean {
  const { detail, ...rest } = form;
  return isSafeJson(rest, { about: 'plain' }, guards) && isRecord(detail) && areSafe(detail);
}

/** Free text: to whom, which cell. It is read as its column reads it. */
function isSafeBookingEvent(event: Loose, guards: Guards): boolean {
  const { detail, ...rest } = event;
  const known = BOOKING_EVENTS.some((kind) => kind === event['kind']);
  if (!known || !isSafeJson(rest, { about: 'plain' }, guards)) return false;
  if (detail === undefined) return true;
  return typeof detail === 'string' && !guards.blocks(detail, detailScreenedAs(event['kind']), NONE);
}

function isSafeMatterEvent(event: Loose, guards: Guards): boolean {
  const boxes = boxesOfEvent(event['kind']);
  return isSafeForm(event, (detail) => isSafeDetail(detail, guards, boxes), guards);
}

const EVENTS: readonly (readonly [type: string, isSafe: (event: Loose, guards: Guards) => boolean])[] = [
  ['booking.', isSafeBookingEvent],
  ['duty.', (event, guards) => isSafeForm(event, (detail) => isSafeDutyDetail(detail, guards), guards)],
  ['matter.', isSafeMatterEvent],
  ['notification.', isSafeMatterEvent],
];

/** Without a type, whether it may be the event of any entry. */
function isSafeEvent(event: unknown, type: string | null, guards: Guards): boolean {
  if (!isRecord(event)) return false;
  return EVENTS.some(([prefix, isSafe]) => (type === null || type.startsWith(prefix)) && isSafe(event, guards));
}

/** Whether a disclosure tells no status, read by its name alone: in which entry it stands is not known here. */
export function isSafeDisclosure(name: string, value: unknown, guards: Guards): boolean {
  const reading = TOLD.get(name)?.reading ?? 'plain';
  if (reading === 'event') return isSafeEvent(value, null, guards);
  if (reading === 'card') return isRecord(value) && isSafeForm(value, (card) => isSafeCard(card, guards), guards);
  const named = isSafeJson({ [name]: null }, { about: 'plain' }, guards);
  return named && isSafeJson(value, { about: reading, key: name }, guards);
}

/** The `[salt, name, value]` of a disclosure's base64url text; null where it is none. The salt is random and not read. */
export function readDisclosure(text: string): { readonly name: string; readonly value: unknown } | null {
  const found = fromJson(Buffer.from(text, 'base64url').toString('utf8'))?.value;
  const parts: readonly unknown[] = Array.isArray(found) ? found : [];
  const [salt, name, value] = parts;
  if (parts.length !== 3) return null;
  if (typeof salt !== 'string' || typeof name !== 'string' || !/^[\w-]{43}$/.test(salt)) return null;
  return { name, value };
}

/** Whether an entry of this type may tell a disclosure of this name, and an event the boxes of its own form. */
export function mayDisclose(
  type: unknown,
  told: { readonly name: unknown; readonly text: unknown },
  guards: Guards,
): boolean {
  const { name, text } = told;
  if (typeof type !== 'string' || typeof name !== 'string' || typeof text !== 'string') return false;
  const known = TOLD.get(name);
  if (known === undefined) return true;
  if (!known.by.some((prefix) => type.startsWith(prefix))) return false;
  return known.reading !== 'event' || isSafeEvent(readDisclosure(text)?.value, type, guards);
}
