import type { Check } from '../../contract/system.ts';
import type { SetBackCause } from '../../policy/set-back.ts';
import type { EntryFindings } from './check-entries.ts';
import type { Head, TreeFindings } from './check-tree.ts';
import { verdict, wrongAt, type Wrong } from './verdict.ts';

const OFF = {
  'entry-deleted': 'an entry is missing: later ones were given lower numbers',
  'entry-inserted': 'an entry was put in: later ones were given higher numbers',
  'entries-swapped': 'two entries stand in each other’s place',
  'entry-edited': 'the entry does not tell its own number',
} as const;

function contents({ off, unreadable }: EntryFindings): Wrong | null {
  if (unreadable !== null) return wrongAt(unreadable, 'entry-edited', 'nothing can be read');
  return off === null ? null : wrongAt(off.at, off.code, `${OFF[off.code]},`);
}

function disclosed({ missing, extra }: EntryFindings): readonly Check[] {
  const edited = missing !== null && missing === extra;
  const lost = edited
    ? wrongAt(missing, 'disclosure-edited', 'a disclosure was changed')
    : wrongAt(missing, 'disclosure-deleted', 'a disclosure is missing');
  const more = edited ? null : wrongAt(extra, 'disclosure-added', 'a disclosure is not in it');
  return [
    verdict('disclosures', 'every disclosure is there that has to be', lost),
    verdict('disclosed texts', edited ? 'none too many' : 'every disclosure has its digest', more),
  ];
}

/** What the entries themselves say. */
export function ofEntries(found: EntryFindings, hash: number | null): readonly Check[] {
  const all = `${String(found.count)} entries, none missing`;
  return [
    verdict('entries', all, wrongAt(found.gap, 'entry-deleted', 'the numbering breaks')),
    verdict('entry hashes', 'every hash fits its entry', wrongAt(hash, 'entry-edited', 'the hash does not fit')),
    verdict('entry contents', 'every entry tells its own number', contents(found)),
    ...disclosed(found),
    verdict(
      'log names',
      'every entry is of this log',
      wrongAt(found.otherLog, 'entry-of-other-log', 'another log is named'),
    ),
    clock(found),
  ];
}

const CAUSES: Readonly<Record<SetBackCause, string>> = {
  'was-ahead': 'it was ahead and was put right',
  'fell-behind': 'it fell behind and was set right since',
  'not-known': 'nobody knows why',
};
/** Steps that are told one by one. */
const TOLD = 10;

/** A step back stays told for ever; it fails until a supervisor says what it was (M27). */
function clock({ setBacks, accounted }: EntryFindings): Check {
  const [first] = setBacks;
  const all = accounted.slice(0, TOLD).map(({ at, seconds, cause }) => `${stepText(at, seconds)}, ${CAUSES[cause]}`);
  const more = accounted.length > TOLD ? [`and ${String(accounted.length - TOLD)} more`] : [];
  const good =
    accounted.length === 0
      ? 'no entry is older than the one before'
      : `set back, and accounted for: ${[...all, ...more].join('; ')}`;
  const next = 'a supervisor can say what it was, on the page Integrity';
  const wrong = first && {
    code: 'clock-set-back',
    at: first.at,
    detail: `the clock was set back ${stepText(first.at, first.seconds)}; ${next}`,
  };
  return verdict('clock', good, wrong ?? null);
}

function stepText(at: number, seconds: number): string {
  return `at entry ${String(at)}, by ${String(Math.round(seconds / 60))} minutes`;
}

function tail({ end, storedSize }: TreeFindings, heads: readonly Head[]): Wrong | null {
  const expected = Math.max(storedSize, ...heads.map(({ size }) => size));
  const short = expected - end;
  if (short > 0) {
    const detail = `tail cut, count ${String(short)} short: ${String(end)} of ${String(expected)} entries are there`;
    return { code: 'tail-cut', at: end, detail };
  }
  if (storedSize === -1 || end === storedSize) return null;
  return wrongAt(storedSize, 'entry-unproved', 'entries were put at the end beside the tree,');
}

/** Entries that differ show in everything that was made of them; what differs alone was changed itself. */
function isRewritten({ node, edge, otherHeads }: TreeFindings): boolean {
  return otherHeads.length > 0 || (node !== null && edge !== true);
}

function history(found: TreeFindings): Wrong | null {
  if (!isRewritten(found)) return null;
  const where = found.node === null ? '' : ` from entry ${String(found.node)} on`;
  const [head] = found.otherHeads;
  const against = head === undefined ? 'the stored tree' : `${head.name}, over ${String(head.size)} entries`;
  return {
    code: 'history-rewritten',
    at: found.node,
    detail: `these are other entries than those of ${against}${where}`,
  };
}

function nodes(found: TreeFindings): Wrong | null {
  if (found.node !== null && !isRewritten(found))
    return wrongAt(found.node, 'node-edited', 'a stored part of the tree is wrong or missing over what begins');
  if (found.beyond === 0 || found.storedSize !== found.count) return null;
  return { code: 'node-added', detail: `${String(found.beyond)} stored parts of the tree are over no entries` };
}

function edge(found: TreeFindings): Wrong | null {
  const gone = found.storedSize === -1;
  const told = found.hash !== null || isRewritten(found);
  if (!gone && (found.edge !== false || told)) return null;
  return {
    code: 'frontier-edited',
    at: found.count,
    detail: gone ? 'the edge of the tree is gone' : 'the stored edge of the tree is not the one of these entries',
  };
}

/** What the tree over the entries says, built anew. `heads`: those that this station signed. */
export function ofTree(found: TreeFindings, heads: readonly Head[]): readonly Check[] {
  const root = Buffer.from(found.root).toString('base64');
  return [
    verdict('tail', `${String(found.count)} entries, as many as were counted`, tail(found, heads)),
    verdict('history', `root ${root}, with every signed head before it`, history(found)),
    verdict('stored nodes', 'every stored part of the tree fits', nodes(found)),
    verdict('edge of the tree', 'it fits the entries', edge(found)),
  ];
}
