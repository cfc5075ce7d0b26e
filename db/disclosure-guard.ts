// What an entry of the ledger may disclose, by the name of the disclosure.
import { BOOKING_EVENTS } from '../policy/booking.ts';
import { detailScreenedAs } from '../policy/gate/booking-event.ts';
import { isRecord, type Loose } from '../policy/gate/shapes.ts';
import type { ScreenCategory } from '../policy/screen/verdict.ts';
import { boxesOfEvent, isSafeCard, isSafeDetail, isSafeDutyDetail } from './detail-guard.ts';
import type { Guards } from './guards.ts';
import { fromJson, isSafeJson, type About } from './json-guard.ts';
import { areSafeCounts } from './kept-guard.ts';
import { isLabel } from './label-guard.ts';

const NONE: ReadonlySet<ScreenCategory> = new Set();

/**
 * What a disclosure of a name is read as. `event` and `card` hold boxes of a form under `detail`, `kept` holds counts,
 * `taught` words that a supervisor confirmed, `refusal` our own words for what was refused.
 */
type Reading = About | 'event' | 'card' | 'kept' | 'taught' | 'refusal';

/** Every disclosure that may say more than a plain record does. */
const TOLD: ReadonlyMap<string, Reading> = new Map<string, Reading>([
  ['charges', 'charges'],
  ['charge', 'charges'],
  ['notice', 'contact'],
  ['inHouse', 'contact'],
  ['export', 'contact'],
  ['authority', 'request'],
  ['facts', 'request'],
  ['event', 'event'],
  ['contact', 'card'],
  ['order', 'contact'],
  ['kept', 'kept'],
  ['taught', 'taught'],
  ['refusal', 'refusal'],
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

/** Of a booking, of a duty, or of a matter. */
function isSafeEvent(event: unknown, guards: Guards): boolean {
  if (!isRecord(event)) return false;
  const ofDuty = (): boolean => isSafeForm(event, (detail) => isSafeDutyDetail(detail, guards), guards);
  return isSafeBookingEvent(event, guards) || ofDuty() || isSafeMatterEvent(event, guards);
}

const REFUSAL_LABELS: readonly string[] = ['call', 'code', 'category', 'clause', 'field'];

/** The rule by which something was refused, in our own words; they may name the topic. */
function isSafeRefusal(refusal: unknown, guards: Guards): boolean {
  if (!isRecord(refusal)) return false;
  return Object.entries(refusal).every(([key, value]) => {
    if (!REFUSAL_LABELS.includes(key)) return isSafeJson({ [key]: value }, { about: 'plain' }, guards);
    return value === null || (typeof value === 'string' && isLabel(value, guards));
  });
}

/** Words that a supervisor confirmed to tell nothing: the rules say again whether they may be taught. */
function isSafeTeaching(taught: unknown, guards: Guards): boolean {
  if (!isRecord(taught)) return false;
  const { field, grain, phrase, ...rest } = taught;
  return guards.mayBeTaught({ field, grain, phrase }) && isSafeJson(rest, { about: 'plain' }, guards);
}

/** Readings that know more than the keys of a value. */
const OWN_READERS: Readonly<Partial<Record<Reading, (value: unknown, guards: Guards) => boolean>>> = {
  taught: isSafeTeaching,
  refusal: isSafeRefusal,
  event: isSafeEvent,
  kept: areSafeCounts,
  card: (value, guards) => isRecord(value) && isSafeForm(value, (card) => isSafeCard(card, guards), guards),
};

const isAbout = (reading: Reading): reading is About => OWN_READERS[reading] === undefined;

/** Whether a disclosure tells no status, read by its name alone: in which entry it stands is not known here. */
export function isSafeDisclosure(name: string, value: unknown, guards: Guards): boolean {
  const reading = TOLD.get(name) ?? 'plain';
  if (!isAbout(reading)) return OWN_READERS[reading]?.(value, guards) === true;
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
