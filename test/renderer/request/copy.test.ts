import { describe, expect, test } from 'vitest';
import type { Matter, MatterEvent } from '../../../contract/matter.ts';
import type { MatterDetail } from '../../../policy/matters/matter.ts';
import { screen } from '../../../policy/screen/screen.ts';
import { standingOf } from '../../../renderer/request/civil-or-criminal.ts';
import { COPY_LANGUAGES, copyFacts, copyLines } from '../../../renderer/request/copy-facts.ts';
import { personCopy } from '../../../renderer/words/en/person-copy.ts';

const event = (kind: string, detail: MatterDetail): MatterEvent => ({
  id: kind,
  kind,
  at: '2026-03-10T01:00:00-04:00',
  enteredAt: '2026-03-10T05:00:00Z',
  by: 'R. Sample',
  detail,
  sealed: null,
  decision: null,
});
const request = (...events: readonly MatterEvent[]): Matter => ({
  matterId: '018f2f6e-0000-7000-8000-000000000001',
  number: 'M-2026-00001',
  kind: 'request',
  bookingId: null,
  bookingNumber: null,
  bookedName: null,
  subject: { lastName: 'Testperson', firstName: 'Alex' },
  openedAt: '2026-03-10T05:00:00Z',
  openedBy: 'R. Sample',
  closedAt: null,
  events,
  duties: [],
  scans: [],
});
const received = event('received', { channel: 'fax', agency: 'ERO Boston', asked: 'hold him', form: 'I-247A' });

describe('the person’s copy', () => {
  test('tells agency, paper and decision, not what was asked in words nor why', () => {
    const decided = event('decided', { decision: 'declined', reason: 'no basis' });
    const facts = copyFacts(request(received, decided));
    expect(facts).toMatchObject({ agency: 'ERO Boston', form: 'I-247A', civil: true, decision: 'declined' });
    expect(JSON.stringify(facts)).not.toMatch(/hold him|no basis/);
  });

  test('says that nothing is decided yet', () => {
    expect(copyFacts(request(received)).decision).toBe('open');
  });

  test.each(COPY_LANGUAGES)('carries date, language and how it was given, in %s', (language) => {
    const given = event('copy', { language, how: 'handed-over' });
    const lines = copyLines(copyFacts(request(received, given)), language, '2026-03-11T12:00:00-04:00');
    const text = personCopy[language];
    expect(lines.map((line) => line.label)).toEqual([text.number, text.date, text.language, text.given, text.givenBy]);
    expect(lines.map((line) => line.value)).toContain(text.how['handed-over']);
    expect(lines.find((line) => line.label === text.date)?.value).toContain('2026');
  });

  test.each(COPY_LANGUAGES)('tells nobody’s status, in %s', (language) => {
    const text = personCopy[language];
    const sentences = [text.title, text.civil, ...Object.values(text.decisions), ...text.rights];
    expect(sentences.filter((sentence) => screen(sentence, 'narrative').blocked)).toEqual([]);
  });
});

describe('civil or criminal', () => {
  test.each([
    ['a form without a judge', [], 'civil'],
    ['a card that nobody signed', [event('card', { signedBy: 'nobody' })], 'civil'],
    ['an official of the agency', [event('card', { signedBy: 'agency-official' })], 'civil'],
    ['a judge without a docket', [event('card', { signedBy: 'judge', court: 'Exampleton' })], 'unfinished'],
    [
      'a judge with court and docket',
      [event('card', { signedBy: 'judge', court: 'Exampleton District Court', docket: '2665CR000123' })],
      'criminal',
    ],
  ] as const)('%s', (_what, cards, standing) => {
    expect(standingOf(request(received, ...cards))).toBe(standing);
  });

  test('is open where no form is named and nobody looked', () => {
    expect(standingOf(request(event('received', { agency: 'ERO' })))).toBe('open');
  });
});
