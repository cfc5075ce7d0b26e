import { CIVIL_FORMS, recogniseForm, WITHDRAWN_FORMS, type Form } from '../../policy/matters/forms.ts';
import type { MatterSubject } from '../../policy/matters/matter.ts';
import { optionWord } from '../matter/matter-words.ts';
import { words } from '../words/words.ts';

/** `ERO Boston, Officer Fictional`: the agency, then the person. */
export function readWho(line: string): { readonly agency: string; readonly official: string } {
  const [agency = '', ...rest] = line.split(/[,;]/);
  return { agency: agency.trim(), official: rest.join(',').trim() };
}

/** `Testperson, Alex` or `Alex Testperson`; empty where nobody is named. */
export function readWhom(line: string): Pick<MatterSubject, 'lastName' | 'firstName'> {
  const name = line.trim();
  if (name === '') return {};
  const comma = name.indexOf(',');
  const space = name.lastIndexOf(' ');
  const last = comma >= 0 ? name.slice(0, comma) : name.slice(space + 1);
  const first = comma >= 0 ? name.slice(comma + 1) : name.slice(0, Math.max(0, space));
  return {
    ...(last.trim() === '' ? {} : { lastName: last.trim() }),
    ...(first.trim() === '' ? {} : { firstName: first.trim() }),
  };
}

export interface RecognisedForm {
  readonly form: Form;
  readonly civil: boolean;
  /** `I-247A: civil, no judge` */
  readonly sentence: string;
}

/** The form whose number was typed, and what it is. */
export function describeForm(typed: string): RecognisedForm | null {
  const form = recogniseForm(typed);
  if (form === null) return null;
  const { request } = words;
  const civil = CIVIL_FORMS.has(form);
  const kind = civil ? request.civil : request.criminal;
  const withdrawn = WITHDRAWN_FORMS.has(form) ? ` · ${request.withdrawn}` : '';
  return { form, civil, sentence: `${request.recognised(optionWord('form', form), kind)}${withdrawn}` };
}
