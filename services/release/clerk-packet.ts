import type { ReadDb } from '../../db/database.ts';
import { listLeftPackets, listNotesUpTo, type LeftPacket } from '../../db/ledger/packet-reader.ts';
import { toBase64 } from '../../proof/base64.ts';
import { CONSISTENCY_FILE, OLDER_WAYS_FILE } from '../../proof/bundle.ts';
import { olderWaysText, wayText, type Way, type WaysBySize } from '../../proof/verify/ways.ts';
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
  /** Last day that its packet is of. */
  readonly to: string;
}

const HEAD_FILE = /^checkpoint-\d{4}-\d\d\.txt$/;

async function headIn(db: ReadDb, origin: string, packet: LeftPacket): Promise<readonly LeftHead[]> {
  const file = Object.keys(packet.files).find((name) => HEAD_FILE.test(name));
  if (file === undefined) return [];
  const heads = await listNotesUpTo(db, origin, packet.seq);
  const head = heads.find(({ note }) => digestsOf([[file, note]])[file] === packet.files[file]);
  return head === undefined ? [] : [{ ...head, file, to: packet.to }];
}

/** The heads that left in packets, the newest first. Heads that were signed in between stayed in the house. */
async function headsThatLeft(db: ReadDb, origin: string): Promise<readonly LeftHead[]> {
  const packets = await listLeftPackets(db, origin);
  return (await Promise.all(packets.map((packet) => headIn(db, origin, packet)))).flat();
}

/** What a packet leads on from. */
interface Before {
  /** The head in the last packet of an earlier month, or in the last one that there is. */
  readonly head: LeftHead | undefined;
  readonly way: Way;
  /** From the heads in all other packets: nobody but the clerk knows which copies came, and which were lost. */
  readonly older: WaysBySize;
}

async function findBefore(db: ReadDb, { to }: ReleaseSpan, { head: now, origin }: Heads): Promise<Before> {
  const left = await headsThatLeft(db, origin);
  const head = left.find((one) => one.to < to) ?? left[0];
  const way = head === undefined ? [] : await consistencyPath(db, head.size, now.size);
  const older = new Map<number, Way>();
  for (const { size } of left)
    if (size !== head?.size && size < now.size && !older.has(size))
      older.set(size, await consistencyPath(db, size, now.size));
  return { head, way, older };
}

const rootIn = (note: string): string => note.split('\n')[2] ?? '';

type Files = readonly (readonly [name: string, content: string])[];

/** The head before and the way from it, and the ways from others; none where there is no such head. */
function wayFiles({ head, way, older }: Before): Files {
  if (head === undefined) return [];
  const others: Files = older.size === 0 ? [] : [[OLDER_WAYS_FILE, olderWaysText(older)]];
  return [['checkpoint-before.txt', head.note], [CONSISTENCY_FILE, wayText(way)], ...others];
}

function lastSection({ head, older }: Before): Section {
  if (head === undefined)
    return text(
      'The head before',
      'This is the first packet of this log: there is no head of an earlier one to compare with.',
    );
  return facts('The head before', [
    ['In the packet before', head.file],
    ['Entries', String(head.size)],
    ['Root', rootIn(head.note)],
    ...(older.size === 0
      ? []
      : [
          [
            'Also leads on from',
            `${String(older.size)} ${older.size === 1 ? 'head' : 'heads'} in other packets`,
          ] as const,
        ]),
  ]);
}

function purposeSection(name: string, { head, older }: Before): Section {
  const command = `sallyport verify ${name} --checkpoint ${head?.file ?? ''}`;
  return text(
    'What it is for',
    'Keep this packet. Whoever holds an older head can tell whether the log only grew since: an entry that is changed, taken out or put in between gives another root. It names nobody.',
    ...(head === undefined ? [] : [`With the head in the packet before: ${command}`]),
    ...(older.size === 0
      ? []
      : [
          'If you hold another copy of that packet, or one of another month: the same command, with the head in yours.',
        ]),
  );
}

/** The head of the log for the town clerk, and the ways from those in the packets before (RFC 9162 2.1.4). */
export async function clerkPacket(db: ReadDb, span: ReleaseSpan, heads: Heads): Promise<ReleaseDocument> {
  const { head, origin } = heads;
  const before = await findBefore(db, span, heads);
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
      ...(before.head === undefined ? [] : [['before', before.head.size, rootIn(before.head.note)] as const]),
      ['now', head.size, rootIn(head.note)],
    ],
    json: {
      ...daysOf(span),
      origin,
      size: head.size,
      root: rootIn(head.note),
      before: before.head?.size ?? null,
      path: before.way.map(toBase64),
      older: [...before.older].map(([size, way]) => ({ size, path: way.map(toBase64) })),
    },
    more: [[`checkpoint-${month}.txt`, head.note], ...wayFiles(before)],
  };
}
