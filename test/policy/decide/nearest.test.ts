import { describe, expect, it } from 'vitest';
import type { Act } from '../../../policy/decision.ts';
import { decide, explainGrounds, readRequest } from '../../../policy/decide.ts';
import { loadPack } from '../../../policy/packs/load-pack.ts';
import type { Pack } from '../../../policy/packs/pack.ts';
import westborough from '../../../policy/packs/westborough-2015.json' with { type: 'json' };

function loaded(): Pack {
  const found = loadPack(westborough);
  if (!found.ok) throw new Error(found.problems.join());
  return found.pack;
}

const pack = loaded();
const DECIDER = { id: 'u7', role: 'booking-officer' };

function explained(act: Act, more: Readonly<Record<string, unknown>> = {}, at = '2026-03-08T01:40:00-05:00') {
  const json = { id: 'c', at, act, subject: { role: 'arrestee', age: 31 }, people: { decider: DECIDER }, ...more };
  const read = readRequest(json, pack);
  if (!read.ok) throw new Error(read.error);
  return explainGrounds({ ...read.request, act }, pack);
}

const ARREST = { arrestingAgency: 'WPD', arrestedAt: '2026-03-08T00:55:00-05:00' };

describe('every ground for one act', () => {
  it('is told once, those that open nothing last', () => {
    const found = explained('notify-ice');
    expect(found.map(({ ground }) => ground).toSorted()).toEqual(pack.grounds.map(({ ground }) => ground).toSorted());
    const open = found.map(({ opensAct }) => opensAct);
    expect(open).toEqual(open.toSorted((one, other) => Number(other) - Number(one)));
  });

  it('begins with the ground that holds, then the nearest', () => {
    const held = explained('notify-ice', { facts: { ...ARREST, offense: 'abdw' } });
    expect(held[0]).toMatchObject({ ground: '2a', shortest: [], decision: { decision: 'allow' } });
    const near = explained('notify-ice', { facts: ARREST });
    expect(near[0]).toMatchObject({ ground: '2a', shortest: ['offense'] });
  });

  it('tells the shorter of two ways, and the one that nothing contradicts', () => {
    const both = explained('notify-ice', { facts: {} }).find(({ ground }) => ground === '2c');
    expect(both?.shortest).toEqual(['factsKnownAt', 'people.cosigner', 'suspicion', 'protectedSpeechIsNotTheBasis']);
    const booked = explained('notify-ice', { facts: { ...ARREST, offense: 'abdw' } });
    const other = booked.find(({ ground }) => ground === '2c');
    expect(other?.decision.contradicted).toEqual(['offense']);
    expect(other?.shortest).toContain('suspicion');
  });

  it('weighs each way alone, so that none borrows what fits the other', () => {
    const facts = { ...ARREST, offense: 'abdw', factsKnownAt: '2026-03-08T01:20:00-05:00' };
    const suspicion = { suspicion: 'Bought timers and drew the station.', protectedSpeechIsNotTheBasis: true };
    const people = { decider: DECIDER, cosigner: { id: 'u9', role: 'supervisor' } };
    const found = explained('notify-ice', { facts: { ...facts, ...suspicion }, people });
    expect(found.find(({ ground }) => ground === '2c')).toMatchObject({
      decision: { decision: 'allow', contradicted: [] },
      ways: [
        { id: 'arrest', missing: [], contradicted: ['offense'] },
        { id: 'suspicion', missing: [], contradicted: [] },
      ],
    });
    expect(found.find(({ ground }) => ground === '2a')?.ways).toEqual([]);
  });

  it('tells no way where the role closes the ground, or no day is in force', () => {
    const victim = explained('ask-status', { subject: { role: 'victim' }, facts: ARREST });
    expect(victim.every(({ shortest, decision }) => shortest.length === 0 && decision.decision === 'refuse')).toBe(
      true,
    );
    const early = explained('ask-status', { facts: ARREST }, '1999-03-08T01:40:00-05:00');
    expect(early.every(({ shortest }) => shortest.length === 0)).toBe(true);
  });

  it('opens the act once the shortest way is told', () => {
    const people = { decider: DECIDER, cosigner: { id: 'u9', role: 'supervisor' } };
    const told = { standardIdSought: ['license'], unavailableBecause: 'lost', verifiedByRecords: false };
    const near = explained('request-travel-document', { people }).find(({ ground }) => ground === '1c');
    expect(near?.shortest.toSorted()).toEqual(Object.keys(told).toSorted());
    const json = {
      id: 'c',
      at: '2026-03-08T01:40:00-05:00',
      act: 'request-travel-document',
      subject: { role: 'arrestee' },
    };
    const read = readRequest({ ...json, people, facts: told }, pack);
    expect(read.ok && decide(read.request, pack).decision).toBe('allow');
  });
});
