import type { ImportReport } from '../../policy/import-report.ts';
import type { WriteTx } from '../database.ts';
import { insertRow } from '../insert.ts';
import type { RecordMeta } from '../record-meta.ts';

export async function insertImportRun(
  tx: WriteTx,
  run: { readonly id: string; readonly report: ImportReport },
  meta: RecordMeta,
): Promise<void> {
  const { id, report } = run;
  await insertRow(tx, 'import_run', {
    entry_seq: meta.entrySeq,
    id,
    file_name: report.file,
    sha256: report.sha256,
    profile: report.profile,
    rows: report.rows,
    bookings: report.bookings,
    accepted: report.accepted,
    updated: report.updated,
    duplicates: report.duplicates,
    quarantined: report.quarantined,
    failed: report.failed,
    report: JSON.stringify(report),
    at: meta.at,
    by: meta.by,
  });
}

/** Remembers which booking a record of another system became, by its id and admission, with a digest of its content. */
export async function insertImportSource(
  tx: WriteTx,
  source: {
    readonly sourceSystem: string;
    readonly sourceRecordId: string;
    readonly admission: string;
    readonly bookingId: string;
    readonly rowDigest: string;
  },
  meta: { readonly entrySeq: number },
): Promise<void> {
  await insertRow(tx, 'import_source', {
    source_system: source.sourceSystem,
    source_record_id: source.sourceRecordId,
    admission: source.admission,
    entry_seq: meta.entrySeq,
    booking_id: source.bookingId,
    row_digest: source.rowDigest,
  });
}

/** One row that was kept out. Many rows may share the entry of their import. */
export async function insertQuarantine(
  tx: WriteTx,
  kept: {
    readonly id: string;
    readonly importId: string;
    readonly row: number;
    readonly sourceId: string | null;
    readonly headings: readonly string[];
    readonly categories: readonly string[];
  },
  meta: { readonly entrySeq: number },
): Promise<void> {
  await insertRow(tx, 'quarantine', {
    id: kept.id,
    entry_seq: meta.entrySeq,
    import_id: kept.importId,
    row: kept.row,
    source_id: kept.sourceId,
    headings: JSON.stringify(kept.headings),
    categories: JSON.stringify(kept.categories),
  });
}
