import { noBackupWork } from '../../services/backup/backup-work.ts';
import { randomBytes, randomUUID } from 'node:crypto';
import { packInForce } from '../../services/pack-in-force.ts';
import { generateStationKey } from '../../services/keys/station-key.ts';
import type { Member } from '../../services/route.ts';
import { stationOptions } from './station.ts';
import type { TestStation } from './store-station.ts';

type Session = Member['state']['sessions'] extends Map<string, infer One> ? One : never;

function sessionOf(person: Session['person']): Session {
  return {
    person,
    since: { wall: 0, monotonic: null },
    locked: false,
    must: null,
    showsCodes: false,
    lastCode: false,
    searched: new Map(),
  };
}

/** Somebody signed in at a store that has no station around it: services are called past the contract. */
export function memberOf({ store, place, stationId, officer, packDigest }: TestStation): Member {
  const { pack } = packInForce();
  const createdAt = new Date().toISOString();
  const names = { name: 'Exampleton Police', ori: 'MA0EX0100', agencyCode: pack.agency.code };
  const open = {
    store,
    key: generateStationKey(randomBytes),
    station: { id: stationId, ...names, logOrigin: 'sallyport.invalid/ma0ex0100/booking-log/00', createdAt },
    pack,
    packDigest,
    packBook: null,
    policyTrouble: null,
    logTrouble: null,
  };
  const client = randomUUID();
  const state = {
    options: stationOptions(place.folder),
    open,
    trouble: null,
    recoveryKey: null,
    founding: false,
    sessions: new Map([[client, sessionOf(officer)]]),
    putOut: new Set<string>(),
    tries: new Map<string, readonly number[]>(),
    audit: { waiting: [], since: null, why: 'fault' as const },
    usedCodes: new Set<string>(),
    enrolling: new Map(),
    securityKeys: { asked: new Map(), counted: new Map() },
    cosigns: new Map(),
    steady: { reading: null, jumps: [] },
    imports: new Map(),
    exporting: null,
    backup: noBackupWork(),
    later: new Set<Promise<void>>(),
  };
  return { state, client, open, person: officer };
}
