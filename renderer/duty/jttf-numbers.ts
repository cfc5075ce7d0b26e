import type { Contact } from '../../contract/contact.ts';

export interface CallNumber {
  readonly number: string;
  readonly contact: Contact;
}

/** Every number of these contacts once, in the order in which to try them: first numbers before second ones. */
export function numbersOf(contacts: readonly Contact[]): readonly CallNumber[] {
  const all = [
    ...contacts.map((contact) => ({ number: contact.number, contact })),
    ...contacts.flatMap((contact) => (contact.second === null ? [] : [{ number: contact.second, contact }])),
  ];
  return all.filter((one, index) => all.findIndex(({ number }) => number === one.number) === index);
}
