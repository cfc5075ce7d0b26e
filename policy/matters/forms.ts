// Papers of a request, by the number printed on them. Which are civil: requirements 3.5.
import type { MatterEventDraft } from './matter.ts';

export const FORMS = [
  'I-247A',
  'I-247D',
  'I-247N',
  'I-247X',
  'I-200',
  'I-203',
  'I-205',
  'I-286',
  'judicial-warrant',
] as const;
export type Form = (typeof FORMS)[number];

/** No judge stands behind these. */
export const CIVIL_FORMS: ReadonlySet<Form> = new Set(FORMS.filter((form) => form !== 'judicial-warrant'));
/** Void for new use since 2 April 2017. */
export const WITHDRAWN_FORMS: ReadonlySet<Form> = new Set<Form>(['I-247D', 'I-247N', 'I-247X']);

const letters = (text: string): string => text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
/** Longest first, so that `I-205` is not found in a longer number. */
const NUMBERED = FORMS.filter((form) => form !== 'judicial-warrant').map((form) => [letters(form), form] as const);

/** The form that a text names by its number, however it is spaced; a warrant only where a judge is named. */
export function recogniseForm(text: string): Form | null {
  const plain = letters(text);
  const found = NUMBERED.find(([number]) => new RegExp(`${number}(?!\\d)`).test(plain));
  if (found !== undefined) return found[1];
  return /\bjudicial warrant\b|\bsigned by (?:a|the) judge\b/i.test(text) ? 'judicial-warrant' : null;
}

/** The boxes of a request received, with the form that its words name where none was chosen. */
export function withRecognisedForm(event: MatterEventDraft): MatterEventDraft {
  const { asked, form } = event.detail;
  if (event.kind !== 'received' || typeof asked !== 'string' || (form !== undefined && form !== '')) return event;
  const found = recogniseForm(asked);
  return found === null ? event : { ...event, detail: { ...event.detail, form: found } };
}
