import { describe, expect, it } from 'vitest';
import { classifyName } from '../../../policy/fields/classify.ts';
import { assertNoProtectedNames, firstProtectedName } from '../../../policy/fields/deep-names.ts';
import niem from '../../../policy/fields/niem-names.json' with { type: 'json' };
import words from '../../../policy/fields/protected-words.json' with { type: 'json' };
import { findProtectedField, NIEM_NAMES, PROTECTED_FIELDS } from '../../../policy/fields/protected-fields.ts';

/** Sections of the policy that a field may rest on. */
const CLAUSES = new Set(['1(a)', '1(b)', '1(c)', '2']);

describe('the list of protected fields', () => {
  it.each(PROTECTED_FIELDS.map((field) => field.id))('%s has a citation, a source, a date and aliases', (id) => {
    const field = findProtectedField(id);
    expect(CLAUSES.has(field?.clause ?? '')).toBe(true);
    expect(field?.source.length).toBeGreaterThan(0);
    expect(field?.source.every((source) => source.trim() !== '')).toBe(true);
    expect(field?.inForce.from).toMatch(/^\d{4}(?:-\d{2}-\d{2})?$/);
    expect(field?.aliases.length).toBeGreaterThan(0);
    expect(field?.category).toMatch(/^[a-z-]+$/);
  });

  it('names no field twice and gives no alias to two fields', () => {
    expect(new Set(PROTECTED_FIELDS.map((field) => field.id)).size).toBe(PROTECTED_FIELDS.length);
    const owner = new Map<string, string>();
    for (const { id, aliases } of PROTECTED_FIELDS) {
      for (const alias of aliases.map((name) => name.toLowerCase().replace(/[^\p{L}\p{N}#]/gu, ''))) {
        expect([alias, owner.get(alias) ?? id]).toEqual([alias, id]);
        owner.set(alias, id);
      }
    }
  });

  it('has a field for every id that the word rules and the NIEM names speak of', () => {
    const ids = [...Object.keys(words.stems), ...words.words.map((rule) => rule.id), ...NIEM_NAMES.keys()];
    for (const id of ids) expect([id, findProtectedField(id) !== undefined]).toEqual([id, true]);
  });
});

describe('NIEM names', () => {
  const names = [...NIEM_NAMES.values()].flat();

  it('carries its licence and hundreds of names', () => {
    expect(niem.licence).toContain('CC BY 4.0');
    expect(names.length).toBeGreaterThan(400);
  });

  it('refuses each with and without prefix and in any case', () => {
    for (const name of names) {
      for (const writing of [name, `nc:${name}`, name.toLowerCase(), name.toUpperCase(), `Person/${name}/Text`]) {
        expect([writing, classifyName(writing).kind]).toEqual([writing, 'protected']);
      }
    }
  });

  it('refuses two domains whole, but their plain names only under their namespace', () => {
    for (const name of niem.namespaceOnly.split(' ')) {
      expect([name, classifyName(`im:${name}`).kind]).toEqual([name, 'protected']);
      expect([name, classifyName(`scr:${name}`).kind]).toEqual([name, 'protected']);
    }
    const address = 'https://docs.oasis-open.org/niemopen/ns/model/domains/immigration/6.0/ActualReleaseDate';
    expect(classifyName(address).kind).toBe('protected');
    expect(classifyName('ActualReleaseDate').kind).toBe('unknown');
  });

  it('leaves open what the dictionary takes in a reduced form', () => {
    for (const name of Object.keys(niem.approvedCounterpart)) expect(classifyName(name).kind).not.toBe('protected');
  });
});

describe('names inside JSON', () => {
  it('finds the first protected name at any depth', () => {
    expect(firstProtectedName({ a: [{ b: { Citizenship: 1 } }] })).toBe('a.0.b.Citizenship');
    expect(firstProtectedName([[{ 'Imm Stat': null }]])).toBe('0.0.Imm Stat');
    expect(firstProtectedName({ fields: { last_name: 'Testperson' }, charges: [] })).toBeNull();
    expect(firstProtectedName('citizenship')).toBeNull();
  });

  it('counts endless nesting as found and names nothing when it throws', () => {
    let deep: unknown = 'end';
    for (let level = 0; level < 40; level += 1) deep = { deep };
    expect(firstProtectedName(deep)).not.toBeNull();
    expect(() => {
      assertNoProtectedNames({ passport_no: 'P1' });
    }).toThrow(/^a protected field name stands in a record$/);
  });
});
