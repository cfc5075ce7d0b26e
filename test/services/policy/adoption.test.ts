import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dayIn, policyDesk, type PolicyDesk } from '../../support/policy-desk.ts';
import { openTestStation } from '../../support/station.ts';

async function problemsOf(at: PolicyDesk, more: object): Promise<string> {
  const reply = await at.desk.call('policy.adopt', { path: at.packFile(more) });
  return reply.ok ? '' : reply.refusals.map(({ code, params }) => `${code} ${String(params?.['what'])}`).join('\n');
}

describe('adoption', () => {
  const at = policyDesk();

  it('begins with the shipped pack, signed by the station and adopted by the chief', async () => {
    const { versions, inForce, trouble, shipped } = await at.desk.done('policy.versions', {});
    expect(versions).toHaveLength(1);
    expect(versions[0]).toMatchObject({
      id: 'westborough-2015',
      version: '1',
      state: 'in-force',
      proof: 'good',
      adoptedBy: 'M. Fiction',
      endsOn: null,
      acknowledgements: [],
      acknowledgedAt: null,
    });
    expect([inForce, trouble, shipped.adopted]).toEqual([versions[0]?.digest, null, true]);
  });
});

describe('a second town', () => {
  const at = policyDesk();

  it('is in force from its first day on, and the one before it until then', async () => {
    const made = await at.desk.done('policy.adopt', { path: at.packFile({ effectiveFrom: dayIn(2) }) });
    expect((await at.desk.done('policy.get', {})).id).toBe('westborough-2015');
    const before = await at.desk.done('policy.versions', {});
    expect(before.versions.map(({ state, endsOn }) => [state, endsOn])).toEqual([
      ['in-force', dayIn(2)],
      ['coming', null],
    ]);
    at.days = 3;
    expect((await at.desk.done('policy.get', {})).agency.code).toBe('EPD');
    const after = await at.desk.done('policy.versions', {});
    expect([after.inForce, after.versions.map(({ state }) => state)]).toEqual([made.digest, ['over', 'in-force']]);
  });

  it('is still there, and still proven, when the station is opened again', async () => {
    await at.desk.close();
    const again = await openTestStation(at.desk.folder, { clock: at.clock });
    await again.signIn('chief');
    const { versions } = await again.done('policy.versions', {});
    expect(versions.map(({ id, proof }) => [id, proof])).toEqual([
      ['westborough-2015', 'good'],
      ['exampleton-2026', 'good'],
    ]);
    expect((await again.done('system.check', {})).firstBad).toBeUndefined();
    await again.close();
  });
});

describe('a pack that is refused', () => {
  const at = policyDesk();

  it('is told its faults with their places, and nothing is kept', async () => {
    expect(await problemsOf(at, { citizenship: 1 })).toBe('wrong-pack citizenship: is not a known key');
    expect(await problemsOf(at, { effectiveFrom: dayIn(-1) })).toContain(`effectiveFrom: lies before ${dayIn(0)}`);
    await at.desk.done('policy.adopt', { path: at.packFile({ effectiveFrom: dayIn(5), effectiveUntil: dayIn(9) }) });
    expect(await problemsOf(at, { version: '2', effectiveFrom: dayIn(3) })).toContain(
      'effectiveUntil: overlaps exampleton-2026',
    );
    expect(await problemsOf(at, { version: '2', effectiveFrom: dayIn(6) })).toContain(
      'effectiveFrom: overlaps exampleton-2026',
    );
    expect(await problemsOf(at, { effectiveFrom: dayIn(9) })).toContain(
      'version: exampleton-2026 version 1 is adopted already',
    );
    expect((await at.desk.done('policy.versions', {})).versions).toHaveLength(2);
    const shipped = await at.desk.call('policy.adopt', {});
    expect(JSON.stringify(shipped)).toContain('westborough-2015 version 1 is adopted already');
  });

  it('says of a file that it is not there, or is no JSON', async () => {
    const path = join(at.desk.folder, '..', 'half.json');
    expect(await at.codesOf('policy.adopt', { path })).toEqual(['not-found']);
    writeFileSync(path, '{"format":');
    expect(await at.codesOf('policy.adopt', { path })).toEqual(['unreadable-file not-json']);
  });

  it('is for the chief alone', async () => {
    await at.desk.addPerson('supervisor', 'jo');
    await at.desk.signIn('jo', 'other');
    for (const name of ['policy.adopt', 'policy.interpret']) {
      expect(await at.desk.raw(name, {}, 'other')).toMatchObject({
        ok: false,
        refusals: [{ code: 'role-not-allowed', params: { why: 'by-the-chief' } }],
      });
    }
  });
});
