/** Sentences for the report's `errors`, by code. Each says what, and what to do; never a value of the file. */
const SENTENCES: Readonly<Record<string, (heading: string) => string>> = {
  'ragged-row': () => 'The row has more or fewer cells than there are headings. Correct it and import the file again.',
  'broken-quote': () =>
    'A quotation mark stands inside a cell without being doubled. Correct the row and import the file again.',
  'unclosed-quote': () => 'A quotation mark opens and is not closed. Correct the row and import the file again.',
  'unreadable-characters': () => 'The row holds bytes that are no characters. Export the file again, best as UTF-8.',
  'missing-id': () => 'The row has neither a record id nor a booking number. Add one in the records system.',
  'missing-booking-time': () => 'The row has no date and time of booking. Add it in the records system.',
  'missing-time': (heading) => `${heading} has a date without a time. Add the time in the records system.`,
  'impossible-date': (heading) =>
    `${heading} holds a date or time that does not exist. Correct it in the records system.`,
  'unreadable-date': (heading) =>
    `${heading} holds something that cannot be read as a date. Correct it, or name the column's meaning in a profile.`,
  'not-a-number': (heading) => `${heading} holds something that is no number. Correct it in the records system.`,
  'not-yes-or-no': (heading) => `${heading} holds something other than yes or no. Correct it in the records system.`,
  'charges-do-not-line-up': (heading) =>
    `${heading} lists another number of charges than the other charge columns. Correct the row.`,
  'wrong-value': (heading) =>
    `${heading} holds a value that its field does not take. Correct it in the records system.`,
  'missing-value': (heading) => `${heading} is empty and must be filled. Add it in the records system.`,
  'unknown-offense': (heading) =>
    `${heading} names an offense that is not in the catalogue. Correct it in the records system.`,
  'value-left-out': (heading) =>
    `${heading} holds a value that is not on its list. It was left out; the booking was kept.`,
  'time-assumed': (heading) => `${heading} has a date without a time. The start of that day was taken.`,
  'clock-change-hour': (heading) =>
    `${heading} falls into the hour in which the clock changes. The offset from before the change was taken.`,
  'more-than-one-arrest': (heading) =>
    `The rows of one booking tell of several arrests. The first one in ${heading} was kept.`,
  'rows-disagree': (heading) => `The rows of one booking differ in ${heading}. The first value was kept.`,
  'no-rows': () => 'The file has headings and no rows.',
};

/** The sentence for one code. @param heading null where it is about the whole row */
export function rowSentence(code: string, heading: string | null): string {
  const sentence = SENTENCES[code] ?? ((name: string) => `${name} was refused (${code}).`);
  return sentence(heading === null ? 'The row' : `"${heading}"`);
}
