import { utf8 } from '../bytes.ts';
import { readChain, type Chain, type Expected } from './chain.ts';
import { readCompact, type CompactRecord } from './compact.ts';
import { checkDisclosures } from './disclosures.ts';
import { readEntry, type RecordEntry } from './entry.ts';
import { fail, pass, type Finding } from './finding.ts';
import { readHeader, type RecordHeader } from './header.ts';
import { verifyEs256 } from './public-key.ts';

export interface CheckedRecord {
  readonly findings: readonly Finding[];
  /** There as far as the record could be read. */
  readonly header?: RecordHeader;
  readonly chain?: Chain;
  readonly entry?: RecordEntry;
  /** Bytes of the entry, as they were signed. */
  readonly leaf?: Uint8Array;
}

const SIGNATURE_BYTES = 64;

async function checkSignature(record: CompactRecord, chain: Chain | undefined): Promise<Finding> {
  if (chain === undefined)
    return fail('signature', 'without sound certificates no signature can be checked', record.signature.at);
  if (record.signature.bytes.length !== SIGNATURE_BYTES)
    return fail('signature', 'the signature is not 64 bytes long', record.signature.at);
  return (await verifyEs256(utf8(record.signed), record.signature.bytes, chain.key))
    ? pass('signature', 'header and entry are as they were signed')
    : fail('signature', 'header or entry were changed, or another key signed them', record.signature.at);
}

/** Checks one `record.sd-jwt`, byte for byte. `root` is the expected fingerprint of the station's certificate. */
export async function checkRecord(file: Uint8Array, root?: Expected): Promise<CheckedRecord> {
  const compact = readCompact(file);
  if (!compact.ok) return { findings: [compact.finding] };
  const { record } = compact;
  const format = pass('format', 'one line with one signature');
  const { header, findings: said } = readHeader(record.header);
  if (header === undefined) return { findings: [format, ...said] };
  const { chain, findings: certified } = await readChain(header, root);
  const { entry, finding: entered } = readEntry(record.entry, header.iss);
  const shown = entry === undefined ? [] : [await checkDisclosures(record.disclosures, entry)];
  const findings = [format, ...said, ...certified, await checkSignature(record, chain), entered, ...shown];
  const read = entry === undefined ? {} : { entry, leaf: record.entry.bytes };
  return { findings, header, ...read, ...(chain === undefined ? {} : { chain }) };
}
