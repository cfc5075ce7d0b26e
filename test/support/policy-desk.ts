import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { CallInput } from '../../contract/calls.ts';
import exampleton from '../policy/packs/exampleton-2026.json' with { type: 'json' };
import { newTestStation, type TestStation } from './station.ts';

const DAY_MS = 86_400_000;

/** A station whose clock moves by whole days, and what tests of its policy ask of it. */
export interface PolicyDesk {
  /** By how many days its clock is ahead of the machine's. */
  days: number;
  readonly clock: { now(): Date };
  readonly desk: TestStation;
  /** The made-up town's pack with other words, in a file; answers its path. */
  packFile(more: object): string;
  /** Codes of a call's refusals, each with its reason; none where it was done. */
  codesOf(name: string, input: unknown): Promise<readonly string[]>;
}

/** The station's day, so many days from the machine's. */
export function dayIn(more: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(
    new Date(Date.now() + more * DAY_MS),
  );
}

export function groundOf(bookingId: string): CallInput<'ground.determine'> {
  return { bookingId, ground: '2a', facts: {} };
}

/** One station for all tests of a group: to found one takes seconds. */
export function policyDesk(): PolicyDesk {
  let desk: TestStation | undefined;
  let files = 0;
  const at: PolicyDesk = {
    days: 0,
    clock: { now: () => new Date(Date.now() + at.days * DAY_MS) },
    get desk() {
      if (desk === undefined) throw new Error('the station is not founded yet');
      return desk;
    },
    packFile(more) {
      files += 1;
      const path = join(at.desk.folder, '..', `pack-${String(files)}.json`);
      writeFileSync(path, JSON.stringify({ ...exampleton, ...more }));
      return path;
    },
    async codesOf(name, input) {
      const reply = await at.desk.raw(name, input);
      return reply.ok
        ? []
        : reply.refusals.map(({ code, params }) => `${code} ${String(params?.['why'] ?? '')}`.trim());
    },
  };
  beforeAll(async () => {
    desk = await newTestStation({ clock: at.clock });
  });
  afterAll(() => at.desk.remove());
  return at;
}
