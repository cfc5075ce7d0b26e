import type { z } from 'zod';
import type { Reply } from '../contract/reply.ts';
import type { PhraseEntry, Revoked, Taught, revokePhraseInput, teachInput } from '../contract/teaching.ts';
import { listTaughtPhrases, type StoredTaughtPhrase } from '../db/taught/reader.ts';
import { insertTaughtPhrase, revokeTaughtPhrase } from '../db/taught/writer.ts';
import { clearTaught, clearText } from '../policy/gate.ts';
import { TaughtList, type TaughtPhrase } from '../policy/screen/taught.ts';
import { teachingOf } from '../policy/screen/teaching.ts';
import { stamp } from './clock.ts';
import { secondPerson } from './cosign-service.ts';
import { cutDrafts } from './cut-drafts.ts';
import { findUses, type FoundUse } from './phrase-uses.ts';
import { cover } from './record.ts';
import { done, refuse, refused } from './reply.ts';
import type { Member } from './route.ts';

type Input<S extends z.ZodType> = z.output<S>;

const WEEK_MS = 7 * 24 * 3_600_000;

const phraseOf = ({ field, grain, phrase }: TaughtPhrase): TaughtPhrase => ({ field, grain, phrase });

async function standing(member: Member): Promise<readonly StoredTaughtPhrase[]> {
  return (await listTaughtPhrases(member.open.store.read)).filter(({ revoked }) => revoked === null);
}

/** What the screen of a window lets through in this station. */
export async function listTaught(member: Member): Promise<Reply<readonly TaughtPhrase[]>> {
  return done((await standing(member)).map(phraseOf));
}

/** The words that have to be taught, worked out here once more; a window is not believed. */
function askedFor(member: Member, { text, field, start, end }: Input<typeof teachInput>): Reply<TaughtPhrase> {
  const teaching = teachingOf(text, { field, start, end }, member.open.store.taught());
  if (teaching.ok) return done(teaching.taught);
  return refuse('not-to-be-taught', { field: 'text', clause: '1(b)', params: { why: teaching.why } });
}

/**
 * A supervisor confirms in the officer's window that words tell nobody's status: from then on they are let through in
 * this kind of text, word for word. Until the confirmation nothing of them is kept. Policy 1(b).
 */
export async function teachPhrase(member: Member, input: Input<typeof teachInput>): Promise<Reply<Taught>> {
  const reason = clearText(input.reason, 'reason');
  if (!reason.ok) return refused(...reason.refusals.map((refusal) => ({ ...refusal, field: 'reason' })));
  const asked = askedFor(member, input);
  if (!asked.ok) return asked;
  const cleared = clearTaught(asked.value);
  if (!cleared.ok) return refused(...cleared.refusals);
  const second = await secondPerson(member, input);
  if (!second.ok) return second;
  const { id: confirmedBy, displayName } = second.value;
  const taught = cleared.value;
  await member.open.store.transaction(async (tx) => {
    const meta = await cover(tx, member, {
      type: 'screen.taught',
      disclosures: {
        taught: {
          ...phraseOf(taught),
          reason: reason.value,
          askedBy: member.person.displayName,
          confirmedBy: displayName,
        },
      },
    });
    const id = member.state.options.ids.uuid();
    await insertTaughtPhrase(tx, taught, { id, reason: reason.value, confirmedBy, ...meta });
  });
  const phrases = (await standing(member)).map(phraseOf);
  return done({ taught: phraseOf(taught), confirmedBy: displayName, phrases });
}

function toEntry(phrase: StoredTaughtPhrase, uses: readonly FoundUse[], since: number): PhraseEntry {
  const { revoked, ...told } = phrase;
  const toReview = uses
    .filter(({ holds }) => holds)
    .map(({ bookingId, number, savedAt, savedBy }) => ({ bookingId, number, savedAt, savedBy }));
  return {
    ...told,
    uses: uses.length,
    usesThisWeek: uses.filter(({ savedAt }) => Date.parse(savedAt) >= since).length,
    revoked: revoked === null ? null : { ...revoked, toReview },
  };
}

/** Every phrase that was ever taught, who asked and confirmed, and how often it was let through. */
export async function getPhraseBook(member: Member): Promise<Reply<readonly PhraseEntry[]>> {
  const { read } = member.open.store;
  const phrases = await listTaughtPhrases(read);
  const uses = await findUses(read, phrases);
  const since = member.state.options.clock.now().getTime() - WEEK_MS;
  return done(phrases.map((phrase) => toEntry(phrase, uses.get(phrase.phraseId) ?? [], since)));
}

/**
 * Takes a phrase back: it is refused from now on, the bookings that hold it are listed for review, and the unfinished
 * forms that lost sentences or entries with it are counted.
 */
export async function revokePhrase(member: Member, input: Input<typeof revokePhraseInput>): Promise<Reply<Revoked>> {
  const reason = input.reason === undefined ? undefined : clearText(input.reason, 'reason');
  if (reason?.ok === false) return refused(...reason.refusals.map((refusal) => ({ ...refusal, field: 'reason' })));
  const written = await member.open.store.transaction(async (tx): Promise<Reply<number>> => {
    const all = (await listTaughtPhrases(tx)).filter(({ revoked }) => revoked === null);
    const phrase = all.find(({ phraseId }) => phraseId === input.phraseId);
    if (phrase === undefined) return refuse('not-found', { field: 'phraseId' });
    const left = all.filter((one) => one !== phrase);
    const lists = { before: new TaughtList(all), left: new TaughtList(left) };
    const drafts = await cutDrafts(tx, lists, stamp(member.state.options.clock.now()));
    const meta = await cover(tx, member, {
      type: 'screen.revoked',
      disclosures: {
        revoked: { phraseId: phrase.phraseId, drafts, ...(reason === undefined ? {} : { reason: reason.value }) },
      },
      supersedes: phrase.entry,
    });
    const id = member.state.options.ids.uuid();
    await revokeTaughtPhrase(tx, { id, phraseId: phrase.phraseId, reason: reason?.value ?? null }, meta);
    return done(drafts);
  });
  if (!written.ok) return written;
  const book = await getPhraseBook(member);
  return book.ok ? done({ entries: book.value, drafts: written.value }) : book;
}
