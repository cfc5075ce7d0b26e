import type { CallInput } from '../../contract/calls.ts';
import type { Contact } from '../../contract/contact.ts';
import { CONTACT_KINDS } from '../../policy/contacts.ts';
import type { MatterDetail } from '../../policy/matters/matter.ts';

/** What the boxes hold of a card that is changed; nothing of a new one. */
export function boxesOf(contact: Contact | null): Readonly<Record<string, string>> {
  if (contact === null) return {};
  const { kind, name, agency, number, second, notes } = contact;
  return { kind, name, agency: agency ?? '', number, second: second ?? '', notes: notes ?? '' };
}

/** The boxes as the call takes them, of a new card or of the next version of one. */
export function savedCard(detail: MatterDetail, contact: Contact | null): CallInput<'contact.save'> {
  const told = (name: string): string => {
    const value = detail[name];
    return typeof value === 'string' ? value : '';
  };
  const optional = <N extends string>(name: N): Partial<Record<N, string>> => {
    const value = told(name);
    const one: Partial<Record<N, string>> = {};
    return value === '' ? one : Object.assign(one, { [name]: value });
  };
  return {
    ...(contact === null ? {} : { contactId: contact.contactId, baseVersion: contact.version }),
    card: {
      kind: CONTACT_KINDS.find((one) => one === told('kind')) ?? 'other',
      name: told('name'),
      number: told('number'),
      ...optional('agency'),
      ...optional('second'),
      ...optional('notes'),
    },
    ...optional('checkedAt'),
  };
}
