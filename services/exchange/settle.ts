import type { BookingDraft } from '../../policy/booking.ts';
import type { Cleared } from '../../policy/gate.ts';
import type { SourceKey } from './identity.ts';

/** A booking that passed the gate, with where it came from. */
export interface ClearedBooking {
  readonly draft: Cleared<BookingDraft>;
  readonly source: SourceKey;
  /** SHA-256 of what the booking says, hex. */
  readonly digest: string;
  readonly rows: readonly number[];
}

export interface KnownSource {
  readonly bookingId: string;
  readonly admission: string;
  /** Digest of the newest content. */
  readonly rowDigest: string;
  /** Digests of what it said before. */
  readonly earlier: readonly string[];
}

/** A row that is kept apart; headings and categories only. */
export interface ApartRow {
  readonly row: number;
  readonly sourceId: string | null;
  readonly headings: readonly string[];
  readonly categories: readonly string[];
}

/** What is stored already: all that a dry run asks. */
export interface KnownSources {
  /** Every admission known under an id, each with its newest content. */
  list(source: { readonly sourceSystem: string; readonly sourceId: string }): Promise<readonly KnownSource[]>;
}

/**
 * Where an import stores. All of its calls belong to one transaction: whoever opened it rolls back on any refusal.
 * `list` also answers what this import has stored.
 */
export interface ImportSink extends KnownSources {
  insert(booking: ClearedBooking): Promise<void>;
  /** A new version of a booking, as a correction whose reason is that the records system sent it again. */
  update(bookingId: string, booking: ClearedBooking): Promise<void>;
  quarantine(row: ApartRow): Promise<void>;
}
