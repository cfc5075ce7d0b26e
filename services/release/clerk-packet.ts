import type { ReadDb } from '../../db/database.ts';
import { findLastPacket, listNotesUpTo, type LeftPacket } from '../../db/ledger/packet-reader.ts';
import { toBase64 } from '../../proof/base64.ts';
import { CONSISTENCY_FILE } from '../../proof/bundle.ts';
import type { Section } from '../export/pdf/paper.ts';
import { digestsOf } from '../export/write-release.ts';
import type { SignedHead } from '../ledger/sign-head.ts';
import { consistencyPath } from '../ledger/tree.ts';
import { daysOf, facts, text, type ReleaseDocument, type ReleaseSpan } from './document.ts';

interface Heads {
  readonly head: SignedHead;
  readonly origin: string;
}

/** A head that left in a packet, and the name of its file there. */
interface LeftHead extends SignedHead {
  readonly file: string;
}

const HEAD_FILE = /^checkpoint-\d{4}-\d\d\.txt$/;
/** Later than any day. */
const NEVER = '~';

/**
 * The head in the last packet of an earlier month, or in the last one that there is: that is the one that the clerk has.
 * Heads that were signed since stayed in the house.
 */
async function headBefore(db: ReadDb, { to }: ReleaseSpan, origin: string): Promise<LeftHead | undefined> {
  const find = (endedBefore: string): Promise<LeftPacket | undefined> =>
    findLastPacket(db, { log: origin, endedBefore });
  const packet = (await find(to)) ?? (await find(NEVER));
  if (packet === undefined) return undefined;
  const file = Object.keys(packet.files).find((name) => HEAD_FILE.test(name));
  if (file === undefined) return undefined;
  const heads = await listNotesUpTo(db, origin, packet.seq);
  const head = heads.find(({ note }) => digestsOf([[file, note]])[file] === packet.files[file]);
  return head === undefined ? undefined : { ...head, file };
}

const rootIn = (note: string): string => note.split('\n')[2] ?? '';

type Files = readonly (readonly [name: string, content: string])[];

/** The head before, and the hashes that lead from it; none where there is no such head. */
function wayFiles(before: LeftHead | undefined, path: readonly Uint8Array[]): Files {
  if (before === undefined) return [];
  return [
    ['checkpoint-before.txt', before.note],
    [CONSISTENCY_FILE, path.map((hash) => `${toBase64(hash)}\n`).join('')],
  ];
}

function lastSection(before: LeftHead | undefined): Section {
  if (before === undefined)
    return text(
      'The head before',
      'This is the first packet of this log: there is no head of an earlier one to compare with.',
    );
  return facts('The head before', [
    ['In the packet before', before.file],
    ['Entries', String(before.size)],
    ['Root', rootIn(before.note)],
  ]);
}

function purposeSection(name: string, before: LeftHead | undefined): Section {
  const command = `sallyport verify ${name} --checkpoint ${before?.file ?? ''}`;
  return text(
    'What it is for',
    'Keep this packet. Whoever holds an older head can tell whether the log only grew since: an entry that is changed, taken out or put in between gives another root. It names nobody.',
    ...(before === undefined ? [] : [`With the head in the packet before: ${command}`]),
  );
}

/** The head of the log for the town clerk, and the way from the one in the packet before (RFC 9162 2.1.4). */
export async function clerkPacket(db: ReadDb, span: ReleaseSpan, heads: Heads): Promise<ReleaseDocument> {
  const { head, origin } = heads;
  const before = await headBefore(db, span, origin);
  const path = before === undefined ? [] : await consistencyPath(db, before.size, head.size);
  const month = span.to.slice(0, 7);
  const name = `clerk-packet-${month}`;
  return {
    name,
    title: 'Head of the log for the town clerk',
    sections: [
      facts('The head', [
        ['Log', origin],
        ['Entries', String(head.size)],
        ['Root', rootIn(head.note)],
      ]),
      lastSection(before),
      purposeSection(name, before),
    ],
    columns: ['head', 'entries', 'root'],
    lines: [
      ...(before === undefined ? [] : [['before', before.size, rootIn(before.note)] as const]),
      ['now', head.size, rootIn(head.note)],
    ],
    json: {
      ...daysOf(span),
      origin,
      size: head.size,
      root: rootIn(head.note),
      before: before?.size ?? null,
      path: path.map(toBase64),
    },
    more: [[`checkpoint-${month}.txt`, head.note], ...wayFiles(before, path)],
  };
}
