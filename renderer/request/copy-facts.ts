import type { Matter } from '../../contract/matter.ts';
import { CIVIL_FORMS } from '../../policy/matters/forms.ts';
import type { MatterDetail } from '../../policy/matters/matter.ts';
import { nameOf } from '../matter/subject-name.ts';
import { formOf } from './civil-or-criminal.ts';
import { personCopy } from '../words/en/person-copy.ts';

export const COPY_LANGUAGES = ['en', 'es', 'pt'] as const;
export type CopyLanguage = (typeof COPY_LANGUAGES)[number];
const DECISIONS = ['granted', 'partial', 'declined', 'none'] as const;
const WAYS = ['handed-over', 'read-aloud', 'mailed', 'to-attorney', 'not-reached'] as const;

/** What the sheet tells. Nothing of what was asked in words, of the reason, or of anybody's status is on it. */
export interface CopyFacts {
  readonly number: string;
  readonly name: string | null;
  readonly agency: string;
  readonly receivedAt: string;
  /** Number of the paper; null where it had none. */
  readonly form: string | null;
  /** No judge stands behind it. */
  readonly civil: boolean;
  readonly decision: (typeof DECISIONS)[number] | 'open';
  readonly decidedAt: string | null;
  readonly given: { readonly how: (typeof WAYS)[number]; readonly at: string; readonly by: string } | null;
}

const textOf = (detail: MatterDetail | undefined, name: string): string => {
  const value = detail?.[name];
  return typeof value === 'string' ? value : '';
};

/** The last copy that was recorded, as the sheet shows it. */
function givenOf(matter: Matter): CopyFacts['given'] {
  const copy = matter.events.findLast((event) => event.kind === 'copy');
  const how = WAYS.find((one) => one === copy?.detail['how']);
  return copy === undefined || how === undefined ? null : { how, at: copy.at, by: copy.by };
}

function decisionOf(matter: Matter): Pick<CopyFacts, 'decision' | 'decidedAt'> {
  const decided = matter.events.findLast((event) => event.kind === 'decided');
  const decision = DECISIONS.find((one) => one === decided?.detail['decision']) ?? 'open';
  return { decision, decidedAt: decided?.at ?? null };
}

export function copyFacts(matter: Matter): CopyFacts {
  const received = matter.events.find((event) => event.kind === 'received');
  const form = formOf(matter);
  return {
    number: matter.number,
    name: nameOf(matter.subject),
    agency: textOf(received?.detail, 'agency'),
    receivedAt: matter.events[0]?.at ?? matter.openedAt,
    form: form === 'judicial-warrant' ? null : form,
    civil: form !== null && CIVIL_FORMS.has(form),
    ...decisionOf(matter),
    given: givenOf(matter),
  };
}

const LOCALES = { en: 'en-US', es: 'es-US', pt: 'pt-BR' } as const;

/** "March 10, 2026", in the language of the sheet and the zone of the station. */
export function copyDay(iso: string, language: CopyLanguage): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'America/New_York' }).format(
    Date.parse(iso),
  );
}

export interface CopyLine {
  readonly label: string;
  readonly value: string;
}

/** Date, language, how it was given: what M31 asks the sheet to carry. */
export function copyLines(facts: CopyFacts, language: CopyLanguage, today: string): readonly CopyLine[] {
  const words = personCopy[language];
  return [
    { label: words.number, value: facts.number },
    { label: words.date, value: copyDay(facts.given?.at ?? today, language) },
    { label: words.language, value: words.name },
    { label: words.given, value: facts.given === null ? words.blank : words.how[facts.given.how] },
    { label: words.givenBy, value: facts.given?.by ?? words.blank },
  ];
}
