// Each kind of tampering by somebody who has every key: what the check calls it, and at which entry.
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check, EVENTS, meddledStation, type Meddled } from '../support/meddled-station.ts';
import type { Kind } from '../support/tampering-kind.ts';
import { recordTampering } from '../support/tampering-records.ts';
import { logTampering } from '../support/tampering.ts';

const NOTHING: Kind = { name: 'nothing at all', codes: [], at: null, act: () => undefined };

let station: Meddled;
beforeAll(async () => {
  station = await meddledStation();
});
afterAll(() => station.desk.remove());

describe(`a store of ${EVENTS.toLocaleString('en-US')} events`, () => {
  it.each([NOTHING, ...logTampering(), ...recordTampering()])('$name', async ({ codes, at, act }) => {
    const copy = station.copy();
    await act(copy, () => station.copy());
    const bad = (await check(copy)).filter(({ ok }) => !ok);
    rmSync(copy.folder, { recursive: true });
    expect(bad.map(({ code }) => code)).toEqual(codes);
    if (at !== null) expect(bad[0]?.at).toBe(at);
  });
});
