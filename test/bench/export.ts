import { sign } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { machineFiles } from '../../services/export/bundle.ts';
import { drawPaper } from '../../services/export/pdf/draw.ts';
import { loadFonts } from '../../services/export/pdf/fonts.ts';
import { recordPaper } from '../../services/export/pdf/record-paper.ts';
import { recordPdf } from '../../services/export/record-pdf.ts';
import { signLeaf, signRecord, type RecordToSign } from '../../services/export/sdjwt.ts';
import { issue, toSign } from '../services/export/made-record.ts';
import { busy } from './busy.ts';
import { median, result, type BenchResult } from './result.ts';

/** Blocks in turn, so that what else the machine does falls on both sides. */
const BLOCKS = 25;
const SIGNED = 400;
const PRINTED = 4;

/** How many a second of one processor. */
async function perSecond(count: number, work: (at: number) => unknown): Promise<number> {
  const start = busy();
  for (let at = 0; at < count; at += 1) await work(at);
  return (count * 1000) / (busy() - start);
}

interface Sides {
  readonly count: number;
  readonly ours: (at: number) => unknown;
  readonly floor: (at: number) => unknown;
}

async function sides({ count, ours, floor }: Sides): Promise<{ readonly value: number; readonly floor: number }> {
  const values: number[] = [];
  const floors: number[] = [];
  for (let block = 0; block < BLOCKS; block += 1) {
    values.push(await perSecond(count, ours));
    floors.push(await perSecond(count, floor));
  }
  // The first blocks pay for code that is not compiled yet.
  return { value: median(values.slice(5)), floor: median(floors.slice(5)) };
}

async function benchSigning(record: RecordToSign): Promise<readonly BenchResult[]> {
  const signed = Buffer.from(signLeaf(record).split('.').slice(0, 2).join('.'));
  const floor = (): unknown => sign('sha256', signed, { key: record.key, dsaEncoding: 'ieee-p1363' });
  const floorName = 'node:crypto sign over the same bytes';
  const numbered = Array.from({ length: SIGNED }, (_, at) => `EXP-2026-${String(at).padStart(6, '0')}`);
  const copies = numbered.map((exportNumber) => ({ ...record, exportNumber }));
  const of = (at: number): RecordToSign => copies[at] ?? record;
  const leaf = await sides({ count: SIGNED, ours: (at) => signLeaf(of(at)), floor });
  // Node's own form of a signature takes half the time of the one that JWS wants: whoever asks for the best has both.
  const der = (): unknown => sign('sha256', signed, record.key);
  const best = await sides({ count: SIGNED, ours: (at) => signLeaf(of(at)), floor: der });
  const whole = await sides({ count: SIGNED, ours: (at) => signRecord(of(at)), floor });
  return [
    result({ name: 'JWS of a batch', ...leaf, unit: 'a second', floorName }, { ratioAtLeast: 0.9 }),
    result(
      {
        name: 'JWS of a batch',
        ...best,
        unit: 'a second',
        floorName: 'node:crypto sign, as DER, which no JWS may have',
      },
      { ratioAtLeast: 0.75 },
    ),
    result(
      { name: 'the same, with every part held against the whitelist', ...whole, unit: 'a second', floorName },
      { ratioAtLeast: 0.4 },
    ),
  ];
}

async function benchPrinting(toBe: RecordToSign): Promise<BenchResult> {
  const print = { record: signRecord(toBe), purpose: 'Motion in docket 26-0412', leftOut: [] };
  const fonts = await loadFonts();
  const drawn = async (): Promise<unknown> => {
    const document = drawPaper(recordPaper({ ...print, logProof: undefined, attachments: machineFiles(print) }), fonts);
    document.end();
    return buffer(document);
  };
  const both = await sides({ count: PRINTED, ours: () => recordPdf({ ...print, key: toBe.key }), floor: drawn });
  const floorName = 'the same pages drawn, not signed';
  return result({ name: 'PDF of a record', ...both, unit: 'a second and core', floorName }, { ratioAtLeast: 0.8 });
}

/** Signing and printing records, each in processor time against what no export can do without. */
export async function benchExport(): Promise<readonly BenchResult[]> {
  const record = toSign(await issue());
  return [...(await benchSigning(record)), await benchPrinting(record)];
}
