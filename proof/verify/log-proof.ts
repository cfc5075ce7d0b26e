import { readCheckpoint, type Checkpoint } from '../checkpoint.ts';
import { toBase64 } from '../base64.ts';
import { textOf } from '../bytes.ts';
import { readNote } from '../note-text.ts';
import { readLogProof, type LogProof } from '../tlog-proof.ts';
import { leafHash } from './digest.ts';
import { fail, pass, type Finding } from './finding.ts';
import { verifyInclusion } from './inclusion.ts';
import { isNoteOf } from './public-key.ts';
import type { CheckedRecord } from './record.ts';

const CHECKPOINT = 'checkpoint';
const LOG = 'log';

/** The head in the proof, if the key that signed the record signed it too. */
async function headOf({ checkpoint }: LogProof, { chain }: CheckedRecord): Promise<Checkpoint | Finding> {
  const note = readNote(checkpoint);
  const head = note === undefined ? undefined : readCheckpoint(note.text);
  if (note === undefined || head === undefined) return fail(CHECKPOINT, 'the head of the log cannot be read');
  if (chain === undefined) return fail(CHECKPOINT, 'without sound certificates no signature can be checked');
  return (await isNoteOf(note, head.origin, chain.key))
    ? head
    : fail(CHECKPOINT, 'the head of the log was changed, or another key signed it');
}

async function placeOf({ index, path }: LogProof, head: Checkpoint, { entry, leaf }: CheckedRecord): Promise<Finding> {
  if (entry === undefined || leaf === undefined) return fail(LOG, 'there is no entry to look for');
  if (entry.log !== head.origin) return fail(LOG, 'the entry belongs to another log');
  if (entry.seq !== index) return fail(LOG, `the entry says that it is number ${String(entry.seq)}`);
  const { size, root } = head;
  return (await verifyInclusion({ index, size, leaf: await leafHash(leaf), root, path }))
    ? pass(LOG, `entry ${String(index)} is among the first ${String(size)} of the log`)
    : fail(LOG, 'the entry is not in the log at this place');
}

/** Checks `record.tlog-proof` against the record beside it. */
export async function checkLogProof(checked: CheckedRecord, content: Uint8Array): Promise<readonly Finding[]> {
  const proof = readLogProof(textOf(content));
  if (proof === undefined) return [fail(LOG, 'the proof cannot be read')];
  const head = await headOf(proof, checked);
  if ('ok' in head) return [head];
  const signed = `${head.origin}, ${String(head.size)} entries, root ${toBase64(head.root)}`;
  return [pass(CHECKPOINT, signed), await placeOf(proof, head, checked)];
}
