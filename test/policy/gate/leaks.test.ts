import { describe, expect, it } from 'vitest';
import {
  clearBooking,
  clearBookingEvent,
  clearDraft,
  clearDraftField,
  clearFacts,
  clearText,
} from '../../../policy/gate.ts';
import { isListedName } from '../../../policy/fields/classify.ts';
import { REFUSAL_WORDS, refusalMessage } from '../../../policy/refusal-words.ts';
import type { Refusal } from '../../../policy/refusal.ts';
import { STATUS_TEXTS } from '../screen/generator-texts.ts';
import { draftWith } from './drafts.ts';

/** Words planted in values and, worse, in names. A listed heading is left out: a name that a file uses may be told. */
const PLANTED = [...STATUS_TEXTS, 'undocumented zebraword', 'A012345678'].filter((text) => !isListedName(text));

function refusalsFor(word: string): readonly Refusal[] {
  const results = [
    clearBooking(draftWith({ narrative: word, [word]: 'x', released_to: word, foo: { [word]: word } }), {
      origin: 'desk',
    }),
    clearBooking(draftWith({}, [{ charge_description: word, [word]: word }]), { origin: 'import' }),
    clearBookingEvent({ kind: word, at: word, detail: word, [word]: word }),
    clearDraftField(word, word),
    clearDraftField('booking_datetime', word),
    clearFacts({ [word]: { [word]: word }, deep: [{ [word]: [word] }], whySerious: word }),
    clearText(word, 'reason'),
  ];
  const drafts = clearDraft(draftWith({ narrative: word, [word]: word }));
  expect(JSON.stringify(drafts.kept)).not.toContain(word);
  return [...drafts.refusals, ...results.flatMap((result) => (result.ok ? [] : result.refusals))];
}

describe('refusals', () => {
  it.each(PLANTED)('never repeat: %s', (word) => {
    const refusals = refusalsFor(word);
    expect(refusals.length).toBeGreaterThan(8);
    const said = JSON.stringify(refusals) + refusals.map(refusalMessage).join(' ');
    expect(said.toLowerCase()).not.toContain(word.toLowerCase());
    expect(said).not.toContain('zebraword');
  });

  it('may repeat a listed heading and a plain name', () => {
    const result = clearBooking(draftWith({ CTZ: 'x', hat_size: 7 }), { origin: 'desk' });
    expect(result.ok ? [] : result.refusals.map((refusal) => refusal.params?.['name'])).toEqual(['CTZ', 'hat_size']);
    expect(Object.keys(REFUSAL_WORDS).length).toBeGreaterThan(25);
  });
});
