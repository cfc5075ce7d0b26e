import { describe, expect, it } from 'vitest';
import { classifyName } from '../../../policy/fields/classify.ts';
import { clearMatter, clearMatterEvent } from '../../../policy/gate.ts';
import { recogniseForm } from '../../../policy/matters/forms.ts';
import { MATTER_KINDS, type MatterDetail, type MatterDraft, type MatterField } from '../../../policy/matters/matter.ts';
import { MATTER_RULES, openingEvents } from '../../../policy/matters/matter-rules.ts';

const NOW = '2026-11-20T02:00:00-05:00';
const AT = '2026-11-20T01:30:00-05:00';

const EXAMPLES: Readonly<Record<Exclude<MatterField['type'], 'choice' | 'choices' | 'rows'>, string | boolean>> = {
  text: 'As told at the desk',
  time: AT,
  flag: true,
  count: '3',
  'last-four': '4417',
  scan: 'a'.repeat(64),
  name: 'Sampleton',
  day: '1990-04-01',
  booking: 'e0d1c3a4-1111-4222-8333-444455556666',
};

function line(fields: readonly MatterField[]): Readonly<Record<string, string>> {
  const words = fields.map((field) => [field.name, example(field)] as const);
  return Object.fromEntries(words.flatMap(([name, word]) => (typeof word === 'string' ? [[name, word] as const] : [])));
}

function example(field: MatterField): MatterDetail[string] {
  if (field.type === 'choice') return field.options[0] ?? '';
  if (field.type === 'rows') return [line(field.fields)];
  return field.type === 'choices' ? field.options : EXAMPLES[field.type];
}

const filled = (fields: readonly MatterField[]) =>
  Object.fromEntries(fields.map((field) => [field.name, example(field)]));

function codes(result: ReturnType<typeof clearMatter> | ReturnType<typeof clearMatterEvent>): readonly string[] {
  return result.ok ? [] : result.refusals.map(({ code, field }) => `${code} ${String(field)}`);
}

describe.each(MATTER_KINDS)('the rules of a matter: %s', (kind) => {
  const rule = MATTER_RULES[kind];
  const [role] = rule.subjects;

  it('begin, and end somewhere', () => {
    expect(openingEvents(kind).length).toBeGreaterThan(0);
    expect(rule.events.some((event) => event.closes)).toBe(true);
  });

  it('name no box that tells status', () => {
    const names = rule.events.flatMap((event) => event.fields).map(({ name }) => name);
    expect(names.filter((name) => classifyName(name).kind === 'protected')).toEqual([]);
  });

  it('take every event filled in, and every box for what it is', () => {
    for (const event of rule.events) {
      const draft = { kind: event.kind, at: AT, detail: filled(event.fields) };
      const opens = openingEvents(kind).includes(event);
      const clear = (detail: MatterDraft['event']['detail']) =>
        opens
          ? clearMatter({ kind, subject: { role }, event: { ...draft, detail } }, { now: NOW })
          : clearMatterEvent(kind, { ...draft, detail }, { now: NOW });
      expect(codes(clear(draft.detail))).toEqual([]);
      for (const field of event.fields) {
        const rest = Object.fromEntries(Object.entries(draft.detail).filter(([name]) => name !== field.name));
        expect(codes(clear(rest))).toEqual(field.required ? [`missing-value event.detail.${field.name}`] : []);
        const isText = field.type === 'text' || field.type === 'name';
        const wrong = isText ? 'He is undocumented.' : '?';
        const code = isText ? 'status-in-text' : 'wrong-value';
        expect(codes(clear({ ...rest, [field.name]: wrong }))).toEqual([`${code} event.detail.${field.name}`]);
      }
    }
  });

  it('refuse the role they are not for, and an unknown one where it must be told', () => {
    const [event] = openingEvents(kind);
    if (event === undefined) throw new Error('no event begins it');
    const draft = { kind, event: { kind: event.kind, at: AT, detail: filled(event.fields) } };
    expect(codes(clearMatter({ ...draft, subject: {} }))).toEqual(
      rule.subjectMayBeUnknown ? [] : ['missing-value subject.role'],
    );
    expect(codes(clearMatter({ ...draft, subject: { role: 'victim' } }))).toEqual(
      rule.subjects.includes('victim') ? [] : ['wrong-value subject.role'],
    );
  });
});

describe('a plain text and a text about a contact', () => {
  const event = { kind: 'received', at: AT, detail: { channel: 'fax', agency: 'ICE', asked: 'An I-247A detainer.' } };

  it('may name an agency and its papers only where it is about them', () => {
    expect(codes(clearMatter({ kind: 'request', subject: {}, event }))).toEqual([]);
    const card = { kind: 'card', at: AT, detail: { signedBy: 'nobody', court: 'ICE' } };
    expect(codes(clearMatterEvent('request', card))).toEqual(['status-in-text event.detail.court']);
  });

  it('lets no time lie ahead, but for a release that is due', () => {
    const ahead = '2026-11-20T03:00:00-05:00';
    expect(codes(clearMatter({ kind: 'request', subject: {}, event: { ...event, at: ahead } }, { now: NOW }))).toEqual([
      'wrong-value event.at',
    ]);
    const due = { kind: 'release-eligible', at: AT, detail: { releaseEligibleAt: ahead } };
    expect(codes(clearMatterEvent('detention', due, { now: NOW }))).toEqual([]);
  });

  it('keeps four characters of a number and no more', () => {
    const offered = (lastFour: string) => ({
      ...{ kind: 'document', subject: { role: 'arrestee' } },
      event: { kind: 'offered', at: AT, detail: { document: 'passport', lastFour } },
    });
    const draft = (lastFour: string): MatterDraft => ({
      ...offered(lastFour),
      kind: 'document',
      subject: { role: 'arrestee' },
    });
    expect(codes(clearMatter(draft('A417')))).toEqual([]);
    for (const bad of ['417', 'A00A417', 'A-17']) {
      expect(codes(clearMatter(draft(bad)))).toEqual(['wrong-value event.detail.lastFour']);
    }
  });
});

describe('a form', () => {
  it.each([
    ['a detainer, I-247A', 'I-247A'],
    ['an i 247 d by fax', 'I-247D'],
    ['administrative warrant I-200', 'I-200'],
    ['I-205 attached', 'I-205'],
    ['a judicial warrant of the district court', 'judicial-warrant'],
    ['call us back at 617 555 0100', null],
  ])('is recognised in: %s', (text, form) => {
    expect(recogniseForm(text)).toBe(form);
  });
});
