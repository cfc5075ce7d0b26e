import type { ReadDb } from '../../db/database.ts';
import { listCheckpoints } from '../../db/ledger/tree-reader.ts';
import { toBase64 } from '../../proof/base64.ts';
import { CONSISTENCY_FILE } from '../../proof/bundle.ts';
import { stationDate } from '../clock.ts';
import type { Section } from '../export/pdf/paper.ts';
import type { SignedHead } from '../ledger/sign-head.ts';
import { consistencyPath } from '../ledger/tree.ts';
import { daysOf, facts, text, type ReleaseDocument, type ReleaseSpan } from './document.ts';

interface Heads {
  readonly head: SignedHead;
  readonly origin: string;
}

/** Any head is looked for among so many: more than one a shift for three years. */
const LOOKED_AT = 5_000;

/** The newest head of this log from before the span: the one that the clerk has from last month. */
async function headBefore(db: ReadDb, { from }: ReleaseSpan, { head, origin }: Heads): Promise<SignedHead | undefined> {
  const all = await listCheckpoints(db, LOOKED_AT);
  const older = all.filter((one) => one.origin === origin && one.size > 0 && one.note !== head.note);
  return older.find((one) => stationDate(new Date(one.at)) < from);
}

const rootIn = (note: string): string => note.split('\n')[2] ?? '';

type Files = readonly (readonly [name: string, content: string])[];

/** The head before, and the hashes that lead from it; none where there is no such head. */
function wayFiles(before: SignedHead | undefined, path: readonly Uint8Array[]): Files {
  if (before === undefined) return [];
  return [
    ['checkpoint-before.txt', before.note],
    [CONSISTENCY_FILE, path.map((hash) => `${toBase64(hash)}\n`).join('')],
  ];
}

function lastSection(before: SignedHead | undefined): Section {
  if (before === undefined)
    return text(
      'The head before',
      'This is the first packet of this log: there is no head of an earlier month to compare with.',
    );
  return facts('The head before', [
    ['Entries', String(before.size)],
    ['Root', rootIn(before.note)],
  ]);
}

function purposeSection(month: string): Section {
  return text(
    'What it is for',
    'Keep this packet. Whoever holds an older head can tell whether the log only grew since: an entry that is changed, taken out or put in between gives another root. It names nobody.',
    `sallyport verify checkpoint-${month}.txt station-signing.pem --checkpoint checkpoint-before.txt`,
  );
}

/** The head of the log for the town clerk, and the way from the one of the month before (RFC 9162 2.1.4). */
export async function clerkPacket(db: ReadDb, span: ReleaseSpan, heads: Heads): Promise<ReleaseDocument> {
  const { head, origin } = heads;
  const before = await headBefore(db, span, heads);
  const path = before === undefined ? [] : await consistencyPath(db, before.size, head.size);
  const month = span.to.slice(0, 7);
  return {
    name: `clerk-packet-${month}`,
    title: 'Head of the log for the town clerk',
    sections: [
      facts('The head', [
        ['Log', origin],
        ['Entries', String(head.size)],
        ['Root', rootIn(head.note)],
      ]),
      lastSection(before),
      purposeSection(month),
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
