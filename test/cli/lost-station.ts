// Stations whose keys are lost in the tests, with the recovery files and the paper of each.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { book } from '../support/booked.ts';
import { newTestStation, openTestStation } from '../support/station.ts';
import { runCliWith, type Ran } from './run-cli.ts';
import { numberedFolder } from '../support/numbered-folder.ts';

/** The passphrase that a recovery sets. */
export const NEW = 'eleven copper lanterns at noon';

/** What must never be shown: words of the new passphrase, groups of a recovery key. */
export const SECRETS = /copper|lanterns|[0-9A-Z]{4}-[0-9A-Z]{4}/;

/** A station that was closed: a chief, a clerk, one booking. */
export interface LostStation {
  /** Never opened itself: take a copy. */
  readonly folder: string;
  readonly recoveryFolder: string;
  readonly recoveryKey: string;
  readonly bookingId: string;
  /** A place for copies. */
  readonly work: string;
  remove(): void;
}

export async function newLostStation(name = 'Exampleton Police'): Promise<LostStation> {
  const desk = await newTestStation({}, name);
  await desk.addPerson('records-clerk', 'clerk');
  const bookingId = await book(desk);
  await desk.close();
  const { folder, recoveryFolder, recoveryKey } = desk;
  const work = numberedFolder('sallyport-lost');
  const remove = (): void => {
    for (const place of [work, join(folder, '..')]) rmSync(place, { recursive: true, force: true });
  };
  return { folder, recoveryFolder, recoveryKey, bookingId, work, remove };
}

/** The station folder once more, to be harmed. */
export function copyOf({ folder, work }: LostStation): string {
  const copy = mkdtempSync(join(work, 'copy-'));
  cpSync(folder, copy, { recursive: true });
  return copy;
}

export interface Given {
  readonly key?: string;
  readonly passphrase?: string;
  readonly again?: string;
  readonly name?: string;
  readonly recovery?: string;
}

/** Runs `sallyport recover` on a folder as whoever holds the paper of a station would. */
export function recover(
  folder: string,
  { recoveryKey, recoveryFolder }: LostStation,
  given: Given & { readonly started?: Parameters<typeof runCliWith>[2] } = {},
): Promise<Ran> {
  const { key = recoveryKey, passphrase = NEW, again = passphrase, name = 'chief' } = given;
  const words = ['recover', '--user', name, '--recovery', given.recovery ?? recoveryFolder, '--data', folder];
  return runCliWith(words, [key, passphrase, again, ''].join('\n'), given.started);
}

/** What signing in in the window comes to: `in`, or the code of the refusal. */
export async function signIn(folder: string, passphrase: string, name = 'chief'): Promise<string> {
  const desk = await openTestStation(folder);
  const reply = await desk.call('session.signIn', { name, passphrase });
  const whole = !reply.ok || (await desk.done('system.check', {})).ok;
  await desk.close();
  if (!whole) return 'not whole';
  return reply.ok ? 'in' : reply.refusals.map(({ code }) => code).join();
}
