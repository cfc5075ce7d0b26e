import { readCheckpoint, type Checkpoint } from '../../proof/checkpoint.ts';
import { leafHash } from '../../proof/hash.ts';
import { verifyInclusion } from '../../proof/inclusion.ts';
import { isSignedBy, readNote } from '../../proof/note.ts';
import { readLogProof, type LogProof } from '../../proof/tlog-proof.ts';
import { fail, pass, type Finding } from './finding.ts';
import type { CheckedRecord } from './record.ts';

const CHECKPOINT = 'checkpoint';
const LOG = 'log';

/** The head in the proof, if the key that signed the record signed it too. */
function headOf({ checkpoint }: LogProof, { chain }: CheckedRecord): Checkpoint | Finding {
  const note = readNote(checkpoint);
  const head = note === undefined ? undefined : readCheckpoint(note.text);
  if (note === undefined || head === undefined) return fail(CHECKPOINT, 'the head of the log cannot be read');
  if (chain === undefined) return fail(CHECKPOINT, 'without sound certificates no signature can be checked');
  return isSignedBy(note, head.origin, chain.signing.publicKey)
    ? head
    : fail(CHECKPOINT, 'the head of the log was changed, or another key signed it');
}

function placeOf({ index, path }: LogProof, head: Checkpoint, { entry, leaf }: CheckedRecord): Finding {
  if (entry === undefined || leaf === undefined) return fail(LOG, 'there is no entry to look for');
  if (entry.log !== head.origin) return fail(LOG, 'the entry belongs to another log');
  if (entry.seq !== index) return fail(LOG, `the entry says that it is number ${String(entry.seq)}`);
  const { size, root } = head;
  return verifyInclusion({ index, size, leaf: leafHash(leaf), root, path })
    ? pass(LOG, `entry ${String(index)} is among the first ${String(size)} of the log`)
    : fail(LOG, 'the entry is not in the log at this place');
}

/** Checks `record.tlog-proof` against the record beside it. */
export function checkLogProof(checked: CheckedRecord, content: Uint8Array): readonly Finding[] {
  const proof = readLogProof(Buffer.from(content).toString('utf8'));
  if (proof === undefined) return [fail(LOG, 'the proof cannot be read')];
  const head = headOf(proof, checked);
  if ('ok' in head) return [head];
  const signed = `${head.origin}, ${String(head.size)} entries, root ${Buffer.from(head.root).toString('base64')}`;
  return [pass(CHECKPOINT, signed), placeOf(proof, head, checked)];
}
