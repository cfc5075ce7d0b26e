import { z } from 'zod';
import { KEY_CHANGES, type KeyLine, type PinnedRoot, type StationKeys } from '../contract/keys.ts';
import { findDisclosures } from '../db/ledger/reader.ts';
import { listCertificates, listTownChains, type StoredCertificate } from '../db/station/reader.ts';
import { shownName } from '../proof/verify/certificate-name.ts';
import { readCertificate } from '../proof/verify/certificate.ts';
import { lastDrills } from './key-drills.ts';
import { readCertified } from './keys/certified.ts';
import { chainBytes, townChain, townChainsAt, type TownChain } from './keys/in-force.ts';
import { overlapUntil } from './keys/key-before.ts';
import { loadSigningKey } from './keys/signing-key.ts';
import { thumbprintOfPrivate } from './keys/thumbprint.ts';
import { disclosedValue } from './ledger/disclosure.ts';
import type { Member } from './route.ts';

/** What the entry of a change tells. */
const toldOfChange = z.object({
  why: z.enum(KEY_CHANGES),
  old: z.string(),
  next: z.string(),
  at: z.string(),
  /** Thumbprint of the key before that one, where it still lay beside it: it is called back with it. */
  before: z.string().optional(),
});
export type Change = z.output<typeof toldOfChange>;

/** Every change of the key, the oldest first: each stands under the entry of the certificate that came with it. */
export async function listChanges(
  { open }: Member,
  certificates: readonly StoredCertificate[],
): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const { entry, kind } of certificates) {
    if (kind !== 'signing') continue;
    const told = (await findDisclosures(open.store.read, entry)).find(({ name }) => name === 'change');
    const read = toldOfChange.safeParse(told === undefined ? null : disclosedValue(told.text));
    if (read.success) changes.push(read.data);
  }
  return changes;
}

/** When each key was called back, by its thumbprint; a key whose term ended is not. */
export function calledBack(changes: readonly Change[]): ReadonlyMap<string, Change> {
  return new Map(
    changes
      .filter(({ why }) => why !== 'term')
      .flatMap((change) => [change.old, change.before].map((kid) => [kid, change] as const))
      .filter((pair): pair is readonly [string, Change] => pair[0] !== undefined),
  );
}

/** Thumbprint of the key that signs today; null where it cannot be read. */
export async function kidNow({ state, open }: Member): Promise<string | null> {
  const key = await loadSigningKey(state.options.folder, open.key);
  return key.ok ? thumbprintOfPrivate(key.value) : null;
}

/** How the holder of a chain's root calls itself. */
async function nameOfRoot({ pem }: TownChain): Promise<string> {
  const root = await readCertificate(chainBytes(pem).at(-1) ?? new Uint8Array());
  return shownName(root.subject);
}

interface Known {
  readonly back: ReadonlyMap<string, Change>;
  readonly now: string | null;
  /** Entries of the chains that are in force. */
  readonly inForce: readonly number[];
}

function ownLine({ kind, pem, fingerprint }: StoredCertificate, { back, now }: Known): KeyLine {
  const certified = readCertified(pem);
  const { kid } = certified;
  const current = kind === 'signing' && kid === now;
  return { kind, fingerprint, ...certified, name: null, current, revokedAt: back.get(kid)?.at ?? null };
}

async function townLine(chain: TownChain, { back, now, inForce }: Known): Promise<KeyLine> {
  const { kid, fingerprint, term, entry } = chain;
  const current = kid === now && inForce.includes(entry);
  const at = back.get(kid)?.at ?? null;
  return { kind: 'town', fingerprint, kid, ...term, name: await nameOfRoot(chain), current, revokedAt: at };
}

/** The root by which outsiders know what is signed today: a town's where its chain is in force, or the station's own. */
function pinnedOf(lines: readonly KeyLine[]): PinnedRoot | null {
  const line =
    lines.find(({ kind, current }) => kind === 'town' && current) ?? lines.find(({ kind }) => kind === 'root');
  if (line === undefined) return null;
  const { fingerprint, name, from, until } = line;
  return { fingerprint, authority: name, from, until };
}

/** The certificates of the station, the newest first, and the root that recipients compare today. */
export async function stationKeys(member: Member): Promise<StationKeys> {
  const { read } = member.open.store;
  const certificates = await listCertificates(read);
  const chains = (await listTownChains(read)).map(townChain).filter((one) => one !== null);
  const { folder, clock } = member.state.options;
  const now = clock.now();
  const inForce = (await townChainsAt(read, now)).map(({ entry }) => entry);
  const known = { back: calledBack(await listChanges(member, certificates)), now: await kidNow(member), inForce };
  const drills = await lastDrills(member);
  const own = certificates.map((one) => [one.entry, ownLine(one, known)] as const);
  const towns = await Promise.all(chains.map(async (one) => [one.entry, await townLine(one, known)] as const));
  const keys = [...own, ...towns].sort(([one], [other]) => other - one).map(([, line]) => line);
  return { keys, root: pinnedOf(keys), overlapUntil: await overlapUntil(folder, now), drills };
}

/** Fingerprints of every root that what this station signed may end in. */
export function allRoots({ keys }: StationKeys): readonly string[] {
  return [...new Set(keys.filter(({ kind }) => kind !== 'signing').map(({ fingerprint }) => fingerprint))];
}
