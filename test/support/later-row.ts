import type { IssuedCertificates } from '../../services/keys/certificates.ts';
import type { connect } from '../../db/open.ts';
import type { Row } from './store-attack.ts';
import { now } from './store-station.ts';

/** Who is there, and what the first records were of. */
export interface Filled {
  readonly connection: ReturnType<typeof connect>;
  readonly issued: IssuedCertificates;
  readonly chief: string;
  readonly officer: string;
  readonly clerk: string;
  readonly packDigest: string;
  readonly booking: string;
  readonly openForm: string;
  readonly abandoned: string;
  readonly determination: string;
  readonly notification: string;
}

/** A row and whom its entry names. */
export interface LaterRow {
  readonly table: string;
  readonly by: string;
  /** @param last number of the entry before its own */
  readonly row: Row | ((last: number) => Row);
  /** Kind of an entry that comes before its own. */
  readonly after?: string;
  /** Kind of its own entry, where the table asks. */
  readonly type?: string;
  /** What its entry tells. @param last number of the entry before */
  readonly told?: (last: number) => Readonly<Record<string, unknown>>;
  /** What is done after it. @param last number of the entry before its own */
  readonly then?: (last: number) => string;
  /** Stands under the entry of the row before it. */
  readonly beside?: true;
  /** A table without which there is no such row. */
  readonly of?: string;
}

/** What one person writes, row after row. */
export function rowsBy(by: string): (table: string, row: Row, more?: Partial<LaterRow>) => LaterRow {
  return (table, row, more = {}) => ({ table, by, row, ...more });
}

/** The number of a record, which comes before it. */
export function reserved(kind: string, number: string, who: { readonly by: string; readonly id: string }): LaterRow {
  const seq = Number(/\d+$/.exec(number));
  const row = { kind, year: 2026, seq, number, record_id: who.id, reserved_at: now(), reserved_by: who.by };
  return { table: 'number_reservation', by: who.by, row, of: kind };
}
