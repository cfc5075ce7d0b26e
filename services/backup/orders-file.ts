// The orders of a court that were carried out, sealed beside the backups: a backup that is older than an order learns of
// it there when it is brought back (ADR 14).
import { z } from 'zod';
import type { CarriedOrder } from '../../db/order/carried.ts';
import { fromBase64url, toBase64url } from '../../proof/base64.ts';
import type { Refusal } from '../../policy/refusal.ts';
import { type Outcome, bad, good } from '../keys/outcome.ts';
import { NONCE_BYTES, seal, unseal } from '../keys/sealed-bytes.ts';
import type { StationKey } from '../keys/station-key.ts';
import { LATER_CHANGES } from './places.ts';

const FORMAT = 'sallyport/later-changes/1';

const sealedFile = z.strictObject({ format: z.literal(FORMAT), nonce: z.string(), data: z.string() });

const orders = z.array(
  z.strictObject({
    kind: z.enum(['expunge', 'seal']),
    entries: z.array(z.strictObject({ seq: z.number().int().min(0), hash: z.string() })),
    order: z.record(z.string(), z.unknown()),
    by: z.string(),
    cosignedBy: z.string(),
    at: z.string(),
  }),
);

const useless = (): ReturnType<typeof bad> => {
  const what = 'It says what has to be taken out of older backups, so none is used without it.';
  const next = 'Copy it anew from the stick, or take another one.';
  return bad('unreadable-file', { field: 'path', params: { file: LATER_CHANGES, why: 'damaged', what, next } });
};

function readOrders(plain: Uint8Array): readonly CarriedOrder[] | undefined {
  try {
    const parsed = orders.safeParse(JSON.parse(Buffer.from(plain).toString('utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** What such a file says; empty where no order was ever known there. @param read the JSON of the file, null where there is none */
export function openLaterOrders(read: Outcome<unknown>, key: StationKey): Outcome<readonly CarriedOrder[]> {
  if (!read.ok) return useless();
  if (read.value === null) return good([]);
  const file = sealedFile.safeParse(read.value);
  if (!file.success) return useless();
  const [nonce, data] = [fromBase64url(file.data.nonce), fromBase64url(file.data.data)];
  if (nonce === undefined || data === undefined) return useless();
  const plain = unseal(data, { key: key.box, nonce, context: FORMAT });
  const found = plain === undefined ? undefined : readOrders(plain);
  return found === undefined ? useless() : good(found);
}

/** Thrown where the list that lies beside the backups cannot be read, and is therefore not written over. */
export class LaterOrdersShut extends Error {
  override readonly name = 'LaterOrdersShut';
  readonly code = 'later-orders-shut';
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super('the list of later orders cannot be read');
    this.refusal = refusal;
  }
}

const NEXT = {
  'not-readable': 'Plug the stick in anew, or look at the rights of this file, then back up again.',
  damaged: 'Back up into another folder; once that is done, destroy this one with the backups in it.',
} as const;

/** It may know orders that nothing else knows, so no backup is made beside one that cannot be read. */
function shut(read: Outcome<unknown>): ReturnType<typeof bad> {
  const why = !read.ok && read.refusal.params?.['why'] === 'not-readable' ? 'not-readable' : 'damaged';
  const what = 'It says what has to be taken out of older backups, so it is not written over, and no backup is made.';
  return bad('unreadable-file', { field: 'folder', params: { file: LATER_CHANGES, why, what, next: NEXT[why] } });
}

/**
 * Why no backup is made beside this list; null where it can be read, or where there is none.
 * @param read the JSON of the file as it lies there, null where there is none
 */
export function whyOrdersShut(read: Outcome<unknown>, key: StationKey): Refusal | null {
  return openLaterOrders(read, key).ok ? null : shut(read).refusal;
}

const nameOf = ({ kind, entries }: CarriedOrder): string => `${kind} ${JSON.stringify(entries)}`;

/**
 * The text of the file with what these records know now; an expungement that only the file knows stays in it, for it was
 * of a log that is lost. One that cannot be read is not replaced.
 * @param read the JSON of the file as it lies there, null where there is none
 */
export function sealLaterOrders(
  read: Outcome<unknown>,
  known: readonly CarriedOrder[],
  { key, random }: { readonly key: StationKey; readonly random: (size: number) => Uint8Array },
): Outcome<string> {
  const found = openLaterOrders(read, key);
  if (!found.ok) return shut(read);
  const before = found.value.filter(({ kind }) => kind === 'expunge');
  const names = new Set(known.map(nameOf));
  const all = [...before.filter((order) => !names.has(nameOf(order))), ...known];
  const nonce = random(NONCE_BYTES);
  const data = seal(Buffer.from(JSON.stringify(all)), { key: key.box, nonce, context: FORMAT });
  return good(`${JSON.stringify({ format: FORMAT, nonce: toBase64url(nonce), data: toBase64url(data) })}\n`);
}
