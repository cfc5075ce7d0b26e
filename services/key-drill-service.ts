import { z } from 'zod';
import { stepsOf, TOWN_STEPS, type DrilledKey, type drillKeyInput, type walkKeyInput } from '../contract/key-steps.ts';
import { KEY_CHANGES, type KeyChange, type StationKeys } from '../contract/keys.ts';
import type { Reply } from '../contract/reply.ts';
import type { WriteTx } from '../db/database.ts';
import { findDisclosures } from '../db/ledger/reader.ts';
import { hasKeyWalk } from '../db/station/reader.ts';
import { insertKeyWalk } from '../db/station/writer.ts';
import { stationKeys } from './key-lines.ts';
import type { OpenedRoot } from './keys/next-certificate.ts';
import { disclosedValue } from './ledger/disclosure.ts';
import { OTHER_ROOT, withRoot } from './open-root.ts';
import { cover } from './record.ts';
import { done, refuse, refused } from './reply.ts';
import type { Member } from './route.ts';
import { textRefusals } from './text-refusals.ts';

type Walk = z.output<typeof walkKeyInput>;

/**
 * Practises what a change needs of the root: the recovery files open with the key on the paper, certify a key and call
 * one back, in memory. Nothing in force changes; the log says that it was a drill.
 */
export async function drillKey(member: Member, input: z.output<typeof drillKeyInput>): Promise<Reply<DrilledKey>> {
  return withRoot(member, input, (root) => drillWith(member, input.why, root));
}

async function drillWith(member: Member, why: KeyChange, root: OpenedRoot): Promise<Reply<DrilledKey>> {
  const { options } = member.state;
  const { name: stationName, ori } = member.open.station;
  const { drillRoot } = await import('./keys/drill-root.ts');
  const issue = { stationName, ori, now: options.clock.now(), random: options.random };
  if (!(await drillRoot(issue, root))) return refused(OTHER_ROOT);
  const drill = { why };
  const meta = await member.open.store.transaction((tx) =>
    cover(tx, member, { type: 'key.drilled', disclosures: { drill } }),
  );
  return done({ begun: meta.entrySeq });
}

/** What an entry says of a drill, or of a change. */
const toldOfBeginning = z.object({ why: z.enum(KEY_CHANGES) });

/** Whether the entry is of a drill, or of a change, of this very kind. */
async function isBeginning({ open }: Member, { why, drill, begun }: Walk): Promise<boolean> {
  if (begun === null) return drill;
  const told = await findDisclosures(open.store.read, begun);
  const found = told.find(({ name }) => name === (drill ? 'drill' : 'change'));
  const read = toldOfBeginning.safeParse(found === undefined ? null : disclosedValue(found.text));
  return read.success && read.data.why === why;
}

/** Whether its steps are on record already: each opening of the root proves one walk. */
async function isWalked(tx: WriteTx, { begun }: Walk): Promise<boolean> {
  return begun !== null && (await hasKeyWalk(tx, begun));
}

/** Whether the steps are those of this kind, each once; those with a town's authority are only for who has one. */
function areSteps({ why, steps }: Walk): boolean {
  const named = steps.map(({ step }) => step);
  const known = stepsOf(why);
  const needed = known.filter((step) => !TOWN_STEPS.includes(step));
  return (
    new Set(named).size === named.length &&
    named.every((step) => known.includes(step)) &&
    needed.every((step) => named.includes(step))
  );
}

/** Keeps how a change was gone through, practised or in earnest: each step with whether it was done, and the result. */
export async function recordWalk(member: Member, input: Walk): Promise<Reply<StationKeys>> {
  const { why, drill, begun, steps, remark } = input;
  const told = remark === undefined ? [] : textRefusals(remark, 'remark', 'reason');
  if (told.length > 0) return refused(...told);
  if (!areSteps(input)) return refuse('wrong-value', { field: 'steps' });
  if (!(await isBeginning(member, input))) return refuse('not-found', { field: 'begun' });
  const passed = begun !== null && steps.every((one) => one.done);
  const went = Object.fromEntries(steps.map((one) => [one.step, one.done ? 'done' : 'not done']));
  const walk = { why, drill, begun, passed, ...(remark === undefined ? {} : { remark }) };
  const kept = await member.open.store.transaction(async (tx) => {
    // Asked where it is written: of two windows at once the second is told so.
    if (await isWalked(tx, input)) return false;
    const meta = await cover(tx, member, { type: 'key.walked', disclosures: { walk, steps: went } });
    await insertKeyWalk(tx, { why, drill, begun, passed }, meta);
    return true;
  });
  if (kept) return done(await stationKeys(member));
  return refuse('wrong-value', { field: 'begun', params: { why: 'walked-already' } });
}
