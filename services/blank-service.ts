// Forms on paper for a total outage: numbered, printed ahead, and keyed in later; each number is accounted for.
import type { z } from 'zod';
import type { BlankForm, endBlankInput, printBlankInput } from '../contract/blank.ts';
import type { Reply } from '../contract/reply.ts';
import type { WriteTx } from '../db/database.ts';
import { findBlankForm, isRecordNumber, listBlankForms } from '../db/blank/reader.ts';
import { formNumberOf, insertBlankForm, nextFormNumber } from '../db/blank/writer.ts';
import type { BlankFormClause } from '../policy/blank-forms.ts';
import { stationYear } from './clock.ts';
import { cover } from './record.ts';
import { done, refuse } from './reply.ts';
import type { Member } from './route.ts';

/** Gives each form that is about to be printed a number; it stands whatever becomes of the paper. */
export function printBlanks(
  member: Member,
  { clauses, copies }: z.output<typeof printBlankInput>,
): Promise<Reply<readonly BlankForm[]>> {
  const year = stationYear(member.state.options.clock.now());
  const asked = clauses.flatMap((clause) => Array.from({ length: copies }, (): BlankFormClause => clause));
  return member.open.store.transaction(async (tx) => {
    const printed: BlankForm[] = [];
    for (const clause of asked) {
      const next = await nextFormNumber(tx, year);
      const { number } = next;
      const meta = await cover(tx, member, { type: 'form.printed', disclosures: { form: { number, clause } } });
      await insertBlankForm(tx, { ...next, clause, kind: 'printed', recordNumber: null }, meta);
      const { displayName } = member.person;
      printed.push({ number, clause, printedAt: meta.at, printedBy: displayName, ended: null });
    }
    return done(printed);
  });
}

export async function listBlanks(member: Member): Promise<Reply<readonly BlankForm[]>> {
  return done(await listBlankForms(member.open.store.read));
}

type End = z.output<typeof endBlankInput>;

/** The record that a form was keyed into; null for one that was not used or is lost. */
async function recordOf(
  tx: WriteTx,
  { kind, recordNumber }: Pick<End, 'kind' | 'recordNumber'>,
): Promise<Reply<string | null>> {
  if (kind !== 'keyed-in') return done(null);
  if (recordNumber === undefined) return refuse('missing-value', { field: 'recordNumber' });
  if (await isRecordNumber(tx, recordNumber)) return done(recordNumber);
  return refuse('wrong-value', { field: 'recordNumber', params: { why: 'no-such-record' } });
}

/** What became of a form: the record that it was keyed into, or that it was not used or is lost. Once. */
export function endBlank(member: Member, { number, kind, recordNumber }: End): Promise<Reply<BlankForm>> {
  return member.open.store.transaction(async (tx): Promise<Reply<BlankForm>> => {
    const found = await findBlankForm(tx, number);
    const parts = formNumberOf(number);
    if (found === undefined || parts === null) return refuse('not-found', { field: 'number' });
    if (found.ended !== null) return refuse('wrong-value', { field: 'number', params: { why: 'form-ended' } });
    const told = await recordOf(tx, { kind, recordNumber });
    if (!told.ok) return told;
    const record = told.value;
    const { clause } = found;
    const form = { number, clause, ...(record === null ? {} : { record }) };
    const meta = await cover(tx, member, { type: `form.${kind}`, disclosures: { form } });
    await insertBlankForm(tx, { ...parts, clause, kind, recordNumber: record }, meta);
    const ended = await findBlankForm(tx, number);
    return ended === undefined ? refuse('not-found', { field: 'number' }) : done(ended);
  });
}
