import { compactTable } from './compact-table.ts';
import { keyOf } from './identity.ts';
import type { ImportSink, KnownSource, KnownSources } from './settle.ts';

/** Words of 32 bits in a SHA-256. */
const WORDS = 8;

/**
 * Stands in for the store on a dry run: compares with what is stored and stores nothing. Of what the import would have
 * stored it remembers the newest digest of each known booking, in 40 bytes; new bookings the settler tells by itself.
 */
export function rehearsal(known: KnownSources): ImportSink {
  const newest = compactTable(WORDS);
  const sinceThen = (source: KnownSource): KnownSource => {
    const words = newest.find(keyOf(source.bookingId), () => true);
    if (words === null) return source;
    return { ...source, rowDigest: hexOf(words), earlier: [...source.earlier, source.rowDigest] };
  };
  return {
    list: async (source) => (await known.list(source)).map(sinceThen),
    insert: () => Promise.resolve(),
    update: (bookingId, { digest }) => {
      const words = newest.find(keyOf(bookingId), () => true);
      if (words === null) newest.add(keyOf(bookingId), wordsOf(digest));
      else words.set(wordsOf(digest));
      return Promise.resolve();
    },
    quarantine: () => Promise.resolve(),
  };
}

function wordsOf(hex: string): readonly number[] {
  return Array.from({ length: WORDS }, (_, at) => Number.parseInt(hex.slice(at * WORDS, (at + 1) * WORDS), 16));
}

function hexOf(words: Uint32Array): string {
  return Array.from(words, (word) => word.toString(16).padStart(WORDS, '0')).join('');
}
