import { hexOf, textOf } from '../bytes.ts';
import { elementsOf, only, SEQUENCE, type Element } from '../der.ts';

const COMMON_NAME = '550403';
const ORGANIZATION = '55040a';
const UNIT = '55040b';
/** UTF8String, PrintableString, IA5String: what UTF-8 reads. */
const READABLE: readonly number[] = [0x0c, 0x13, 0x16];
const SET = 0x31;

/** Kinds and texts of a name (RFC 5280 4.1.2.4). Throws where it is none. */
function partsOf(name: Uint8Array): readonly (readonly [id: string, text: string])[] {
  return only(name, SEQUENCE).flatMap((set) => {
    const pairs = set.tag === SET ? elementsOf(set.body) : [];
    return pairs.map(({ body }) => {
      const [id, value]: readonly Element[] = elementsOf(body);
      const isRead = value !== undefined && READABLE.includes(value.tag);
      return [hexOf(id?.body ?? new Uint8Array()), isRead ? textOf(value.body) : ''] as const;
    });
  });
}

/** What a certificate calls its holder, to be shown: common name, or organization; '' where there is neither. */
export function shownName(subject: Uint8Array): string {
  const of = (parts: ReturnType<typeof partsOf>, kind: string): string =>
    parts.find(([id, text]) => id === kind && text !== '')?.[1] ?? '';
  try {
    const parts = partsOf(subject);
    const name = of(parts, COMMON_NAME) === '' ? of(parts, ORGANIZATION) : of(parts, COMMON_NAME);
    return name.replaceAll(/[\p{C}\p{Z}]+/gu, ' ').slice(0, 64);
  } catch {
    return '';
  }
}

/** What a station calls the root that it made itself. It says so of itself: what counts is its fingerprint. */
export function isStationRoot(name: string): boolean {
  return name.endsWith(' Station Root');
}

/** Kinds and texts of a name, sorted: two names that say the same have the same; undefined where it cannot be read. */
export function saidBy(subject: Uint8Array): readonly string[] | undefined {
  try {
    return partsOf(subject)
      .map(([id, text]) => `${id} ${text}`)
      .sort();
  } catch {
    return undefined;
  }
}

const SHOWN = [
  ['CN', COMMON_NAME],
  ['O', ORGANIZATION],
  ['OU', UNIT],
] as const;
const LONGEST = 64;

function quoted(text: string): string {
  const plain = text.replaceAll(/[\p{C}\p{Z}]+/gu, ' ').replaceAll('"', "'");
  const letters = Array.from(plain);
  return `"${letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : plain}"`;
}

/** Whom a certificate names: every common name, organization and unit in it, to be shown. */
export function holderOf(subject: Uint8Array): string {
  try {
    const parts = partsOf(subject);
    const shown = SHOWN.flatMap(([kind, id]) =>
      parts.filter((part) => part[0] === id).map(([, text]) => `${kind} ${quoted(text)}`),
    );
    return shown.length === 0 ? 'nobody' : shown.join(', ');
  } catch {
    return 'nobody';
  }
}
