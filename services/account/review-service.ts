import type { z } from 'zod';
import {
  ACCOUNT_CHANGES,
  type AccountReview,
  type accountReviewInput,
  type AccountsToReview,
} from '../../contract/account-review.ts';
import type { Reply } from '../../contract/reply.ts';
import { insertAccountReview, listAccountChanges, listAccountReviews, listAdded } from '../../db/account/review.ts';
import type { ReadDb } from '../../db/database.ts';
import { lastSeq } from '../../db/ledger/reader.ts';
import { oneOf } from '../../db/parse.ts';
import { listPersons } from '../../db/person/reader.ts';
import { cover } from '../record.ts';
import { done, refuse, refused } from '../reply.ts';
import { daysSince } from '../review-due.ts';
import type { Member } from '../route.ts';
import { textRefusals } from '../text-refusals.ts';
import { accountsOf } from './account-service.ts';

/** CJIS Security Policy AC-2 and AC-6: accounts and what they may do are looked through every year. */
const REVIEW_DAYS = 365;
const REVIEWS_SHOWN = 10;

/** Days since the accounts were last looked through, and whether that is a year ago. */
export async function accountReviewDue(
  { open, state }: Member,
  db: ReadDb,
): Promise<{ readonly since: string; readonly days: number; readonly overdue: boolean }> {
  const [last] = await listAccountReviews(db, 1);
  const since = last?.at ?? open.station.createdAt;
  const days = daysSince(since, state.options.clock.now());
  return { since, days, overdue: days >= REVIEW_DAYS };
}

/** Every account with what changed since the last review. */
export async function getAccountsToReview(member: Member): Promise<Reply<AccountsToReview>> {
  const { read } = member.open.store;
  const upto = await lastSeq(read);
  const reviews = await listAccountReviews(read, REVIEWS_SHOWN);
  const changes = await listAccountChanges(read, reviews[0]?.upto ?? -1);
  const added = await listAdded(read);
  const accounts = (await accountsOf(member)).map((account) => ({
    ...account,
    addedAt: added.get(account.id) ?? '',
    changes: changes
      .filter(({ personId }) => personId === account.id)
      .map(({ at, change }) => ({ at, change: oneOf(ACCOUNT_CHANGES, change, 'account.change') })),
  }));
  const { days, overdue } = await accountReviewDue(member, read);
  return done({ accounts, upto, reviews, days, overdue });
}

/** Whether the list up to an entry was signed already, or accounts changed after it. */
async function outdated(db: ReadDb, upto: number): Promise<boolean> {
  const [last] = await listAccountReviews(db, 1);
  if (last !== undefined && upto <= last.upto) return true;
  return (await listAccountChanges(db, upto)).length > 0;
}

/** Puts a chief's name under the list of accounts as it was shown, once; whoever changed since is looked at first. */
export async function signAccountReview(
  member: Member,
  input: z.output<typeof accountReviewInput>,
): Promise<Reply<AccountReview>> {
  const { upto, remark } = input;
  const told = remark === undefined ? [] : textRefusals(remark, 'remark', 'reason');
  if (told.length > 0) return refused(...told);
  return member.open.store.transaction(async (tx): Promise<Reply<AccountReview>> => {
    if (upto > (await lastSeq(tx))) return refuse('not-found', { field: 'upto' });
    if (await outdated(tx, upto)) return refuse('changed-meanwhile', { field: 'upto' });
    const people = (await listPersons(tx)).map(({ id, role, active }) => ({ personId: id, role, active }));
    const counts = { accounts: people.length, active: people.filter(({ active }) => active).length };
    const review = { upto, ...counts, ...(remark === undefined ? {} : { remark }) };
    const meta = await cover(tx, member, { type: 'account.reviewed', disclosures: { review, people } });
    const id = member.state.options.ids.uuid();
    await insertAccountReview(tx, { id, upto, ...counts, remark: remark ?? null }, meta);
    return done({ upto, ...counts, at: meta.at, by: member.person.displayName, remark: remark ?? null });
  });
}
