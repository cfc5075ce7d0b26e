import type { CallInput } from '../../contract/calls.ts';
import { words } from '../words/words.ts';

const text = words.entrance.firstRun;

/** What the wizard asks, page by page, as typed. */
export interface Answers {
  name: string;
  ori: string;
  displayName: string;
  signInName: string;
  badge: string;
  passphrase: string;
  passphraseAgain: string;
  recoveryTyped: string;
  recoveryFolder: string;
}

export type Question = keyof Answers;
export type Problems = Readonly<Partial<Record<Question, string>>>;

export const PAGES: readonly (readonly Question[])[] = [
  ['name', 'ori'],
  ['displayName', 'signInName', 'badge', 'passphrase', 'passphraseAgain'],
  ['recoveryTyped', 'recoveryFolder'],
];

export function emptyAnswers(recoveryFolder: string): Answers {
  return {
    name: '',
    ori: '',
    displayName: '',
    signInName: '',
    badge: '',
    passphrase: '',
    passphraseAgain: '',
    recoveryTyped: '',
    recoveryFolder,
  };
}

/** Groups and case do not matter to a reader of paper. */
const bare = (key: string): string => key.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');

function problemOf(question: Question, answers: Answers, recoveryKey: string): string | null {
  const given = answers[question];
  if (given.trim() === '') return text.missing;
  if (question === 'ori' && !/^[A-Z0-9]{9}$/.test(given.trim().toUpperCase())) return text.oriHint;
  if (question === 'passphraseAgain' && given !== answers.passphrase) return text.passphrasesDiffer;
  if (question === 'recoveryTyped' && bare(given) !== bare(recoveryKey)) return text.recoveryDiffers;
  return null;
}

export function pageProblems(page: number, answers: Answers, recoveryKey: string): Problems {
  const found = (PAGES[page] ?? []).map((question) => [question, problemOf(question, answers, recoveryKey)] as const);
  return Object.fromEntries(found.flatMap(([question, problem]) => (problem === null ? [] : [[question, problem]])));
}

/** Which question a refusal of the station is about. */
export function questionOf(field: string | undefined): Question | null {
  const byField: Readonly<Record<string, Question>> = {
    name: 'name',
    ori: 'ori',
    'chief.displayName': 'displayName',
    'chief.name': 'signInName',
    'chief.badge': 'badge',
    'chief.passphrase': 'passphrase',
    recoveryKey: 'recoveryTyped',
    recoveryFolder: 'recoveryFolder',
  };
  return byField[field ?? ''] ?? null;
}

/** What the pages up to this one tell. */
export function typedUpTo(page: number, answers: Answers): CallInput<'setup.judge'> {
  const { name, chief } = setupInput(answers);
  return page === 0 ? { name } : { name, chief };
}

export function setupInput(answers: Answers): CallInput<'setup.finish'> {
  return {
    name: answers.name.trim(),
    ori: answers.ori.trim().toUpperCase(),
    recoveryFolder: answers.recoveryFolder.trim(),
    recoveryKey: answers.recoveryTyped.trim(),
    chief: {
      name: answers.signInName.trim(),
      displayName: answers.displayName.trim(),
      badge: answers.badge.trim(),
      passphrase: answers.passphrase,
    },
  };
}
