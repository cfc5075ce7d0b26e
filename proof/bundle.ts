// The files of a record's folder, by name.
export const RECORD_FILE = 'record.sd-jwt';
export const PROOF_FILE = 'record.tlog-proof';
export const SIGNING_FILE = 'station-signing.pem';
export const ROOT_FILE = 'station-root.pem';
export const HELP_FILE = 'README.txt';
/** The page that checks all of it in a browser; a record says nothing about it. */
export const PAGE_FILE = 'verify.html';
/** List of the copies in a zip, with SHA-256 of each file. */
export const MANIFEST_FILE = 'manifest.json';
/** What the station signed of that list, so that no copy can be taken out of the zip unseen. */
export const MANIFEST_SIGNATURE = 'manifest.jws';
export const MANIFEST_TYPE = 'sallyport-copies+jws';
/** The way between two heads of the log. */
export const CONSISTENCY_FILE = 'consistency.txt';
/** The ways from the heads in other packets for the town clerk, by their size. */
export const OLDER_WAYS_FILE = 'consistency-older.txt';
export const WAY_FILES: readonly string[] = [CONSISTENCY_FILE, OLDER_WAYS_FILE];

export const RECORD_TYPE = 'notification-record+sd-jwt';

/** Name of the signed PDF in the folder of its record. */
export function pdfFile(exportNumber: string): string {
  return `${exportNumber}.pdf`;
}
