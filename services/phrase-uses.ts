import type { PhraseUse } from '../contract/teaching.ts';
import type { ReadDb } from '../db/database.ts';
import type { StoredTaughtPhrase } from '../db/taught/reader.ts';
import { textsSavedAfter, type SavedTexts } from '../db/taught/texts.ts';
import { detailScreenedAs } from '../policy/gate/booking-event.ts';
import { textsOfKind } from '../policy/gate/taught-texts.ts';
import { holdsPhrase } from '../policy/screen/taught-places.ts';

/** A saving that a phrase was let through in. */
export interface FoundUse extends PhraseUse {
  /** Whether the text still holds. */
  readonly holds: boolean;
}

function textsWithin({ fields, charges, event }: SavedTexts, phrase: StoredTaughtPhrase): readonly string[] {
  if (event === null) return textsOfKind({ fields, charges }, phrase.field);
  return detailScreenedAs(event.kind) === phrase.field ? [event.detail] : [];
}

function stoodThen({ entry, revoked }: StoredTaughtPhrase, saved: SavedTexts): boolean {
  return saved.entry > entry && (revoked === null || saved.entry < revoked.entry);
}

/** Where each of these phrases was let through while it stood, by its id, the newest first. */
export async function findUses(
  db: ReadDb,
  phrases: readonly StoredTaughtPhrase[],
): Promise<ReadonlyMap<string, readonly FoundUse[]>> {
  const uses = new Map<string, FoundUse[]>(phrases.map(({ phraseId }) => [phraseId, []]));
  if (phrases.length === 0) return uses;
  const first = Math.min(...phrases.map(({ entry }) => entry));
  for await (const saved of textsSavedAfter(db, first)) {
    const { bookingId, number, savedAt, savedBy, holds } = saved;
    for (const phrase of phrases.filter((one) => stoodThen(one, saved))) {
      const held = textsWithin(saved, phrase).some((text) => holdsPhrase(phrase, text));
      if (held) uses.get(phrase.phraseId)?.unshift({ bookingId, number, savedAt, savedBy, holds });
    }
  }
  return uses;
}
