import type { z } from 'zod';
import type { accountInput, LogState } from '../contract/log.ts';
import type { Reply } from '../contract/reply.ts';
import { listLogs } from '../db/ledger/origin-reader.ts';
import { ACCOUNTED } from '../policy/set-back.ts';
import { keepDutiesUp } from './duty-keeping.ts';
import { checkEntries } from './ledger/check-entries.ts';
import { getLog } from './log-service.ts';
import { cover } from './record.ts';
import { refuse } from './reply.ts';
import type { Member } from './route.ts';
import { trustWallClock } from './steady-clock.ts';

/**
 * A supervisor says what a step back of the log was (M27). The step stays in the log and in every check, beside who
 * answered for it. Where the clock had been ahead and was put right, duties count by it again.
 */
export async function accountForClock(member: Member, input: z.output<typeof accountInput>): Promise<Reply<LogState>> {
  const { open, state } = member;
  const { read } = open.store;
  const { setBacks } = await checkEntries(read, await listLogs(read));
  const step = setBacks.find(({ at }) => at === input.entry);
  if (step === undefined) return refuse('changed-meanwhile', { field: 'entry' });
  // What was not on record of the jump comes first.
  await keepDutiesUp(member);
  const { cause } = input;
  const right = cause === 'was-ahead';
  const clock = { entry: step.at, seconds: step.seconds, cause };
  const disclosures = right ? { clock, trusted: true } : { clock };
  await open.store.transaction((tx) => cover(tx, member, { type: ACCOUNTED, disclosures }));
  if (right) trustWallClock(state.steady, state.options.clock);
  return getLog(member);
}
