import type { ReadDb } from '../../db/database.ts';
import { listNotifications, type StoredNotification } from '../../db/notification/reader.ts';
import { findPolicyPack } from '../../db/station/reader.ts';
import { stationDate } from '../clock.ts';
import { momentWords, nameWords, valueWords } from '../export/pdf/value-words.ts';
import type { JsonValue } from '../export/json-value.ts';
import { daysOf, facts, inSpan, text, type ReleaseDocument, type ReleaseSpan } from './document.ts';

const SIZE = 20;

/** Any so many of them, each as likely as any other. @param random bytes from the station's source */
export function sample<T>(all: readonly T[], size: number, random: (size: number) => Uint8Array): readonly T[] {
  const rest = [...all];
  const drawn: T[] = [];
  while (drawn.length < size && rest.length > 0) {
    // 48 bits over at most a few thousand: no place is likelier than another by more than one in a billion.
    const number = Buffer.from(random(6)).readUIntBE(0, 6);
    drawn.push(...rest.splice(number % rest.length, 1));
  }
  return drawn;
}

interface Wording {
  readonly title: string;
  readonly wording: string;
}

/** What the pack said then about a ground; undefined where it is not kept. */
async function wordingOf(db: ReadDb, { packDigest, ground }: StoredNotification): Promise<Wording | undefined> {
  const pack = packDigest === null ? undefined : await findPolicyPack(db, packDigest);
  const grounds: unknown = pack?.body['grounds'];
  const found: unknown = Array.isArray(grounds)
    ? grounds.find(
        (one: unknown) => typeof one === 'object' && one !== null && 'ground' in one && one.ground === ground,
      )
    : undefined;
  if (typeof found !== 'object' || found === null || !('wording' in found) || !('title' in found)) return undefined;
  return { title: String(found.title), wording: String(found.wording) };
}

const isJson = (value: unknown): value is JsonValue =>
  ['string', 'number', 'boolean', 'object'].includes(typeof value) && value !== undefined;

function restedOn({ facts: told }: StoredNotification): string {
  const lines = Object.entries(told ?? {}).filter(([, value]) => isJson(value));
  return lines.map(([name, value]) => `${nameWords(name)}: ${isJson(value) ? valueWords(value) : ''}`).join('\n');
}

type Line = readonly [string, string];

function linesOf(one: StoredNotification, wording: Wording | undefined): readonly Line[] {
  const rested = restedOn(one);
  const lines: readonly Line[] = [
    ['Contact', momentWords(new Date(one.contactedAt))],
    ['Entered', momentWords(new Date(one.enteredAt))],
    ['What was decided', one.outcome],
    ['Agency', one.agency],
    ['Purpose', one.purpose],
    ['Told', one.released.join(', ')],
    ['Clause', one.cite ?? 'none was needed'],
    ['Facts it rested on', rested],
    ['Decided by', one.decidedBy],
    ['Co-signed by', one.cosignedBy ?? ''],
    ['Policy as then in force', wording === undefined ? '' : `${wording.title}. ${wording.wording}`],
    ['Policy, digest', one.packDigest ?? ''],
  ];
  return lines.filter(([, value]) => value !== '');
}

/** Notifications drawn by chance, each with clause, facts, who decided, and the policy as it then was (U14). */
export async function auditSample(
  db: ReadDb,
  span: ReleaseSpan,
  random: (size: number) => Uint8Array,
): Promise<ReleaseDocument> {
  const all = (await listNotifications(db)).filter((one) => inSpan(span, stationDate(new Date(one.contactedAt))));
  const drawn = [...sample(all, SIZE, random)].sort((one, other) => one.entry - other.entry);
  const told = await Promise.all(drawn.map(async (one) => ({ one, lines: linesOf(one, await wordingOf(db, one)) })));
  const count = `${String(drawn.length)} of ${String(all.length)} notifications, drawn by chance.`;
  return {
    name: `audit-sample-${span.from}-to-${span.to}`,
    title: 'Sample of notifications for an audit',
    sections: [text('How it was drawn', count), ...told.map(({ one, lines }) => facts(one.number, lines))],
    columns: ['number', 'entry', 'contact', 'outcome', 'agency', 'clause', 'decided by', 'co-signed by'],
    lines: drawn.map((one) => [
      ...[one.number, one.entry, one.contactedAt, one.outcome, one.agency, one.cite ?? ''],
      ...[one.decidedBy, one.cosignedBy ?? ''],
    ]),
    json: {
      ...daysOf(span),
      of: all.length,
      drawn: told.map(({ one, lines }) => ({ number: one.number, ...Object.fromEntries(lines) })),
    },
    more: [],
  };
}
