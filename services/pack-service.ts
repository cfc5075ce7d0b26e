import type { z } from 'zod';
import type {
  AdoptedVersion,
  PolicyVersion,
  PolicyVersions,
  acknowledgeInput,
  adoptInput,
  interpretInput,
} from '../contract/policy.ts';
import type { Reply } from '../contract/reply.ts';
import { listAcknowledgements, type StoredAcknowledgement } from '../db/policy/reader.ts';
import { insertAcknowledgement } from '../db/policy/writer.ts';
import { dateProblems, endOf, inForceOn } from '../policy/packs/calendar.ts';
import { loadPack } from '../policy/packs/load-pack.ts';
import type { Pack } from '../policy/packs/pack.ts';
import westborough from '../policy/packs/westborough-2015.json' with { type: 'json' };
import { stationDate } from './clock.ts';
import { loadSigningKey } from './keys/signing-key.ts';
import { readJsonFile } from './keys/safe-files.ts';
import { digestOf } from './ledger/digest.ts';
import { writeAdoption } from './pack-adoption.ts';
import { readPackBook, type PackVersion } from './pack-book.ts';
import { packInForce } from './pack-in-force.ts';
import { reinterpret } from './pack-reading.ts';
import { cover } from './record.ts';
import { done, refuse, refused } from './reply.ts';
import type { Member } from './route.ts';

/** Enough to put right in one go; a pack with more faults is told the rest the next time. */
const MOST_PROBLEMS = 20;

const today = (member: Member): string => stationDate(member.state.options.clock.now());

function wrongPack(problems: readonly string[]): Reply<never> {
  const told = problems.slice(0, MOST_PROBLEMS);
  return refused(...told.map((what) => ({ code: 'wrong-pack', params: { what } }) as const));
}

/** Signs a pack and puts it beside the versions before it; each problem of its days or its words is told with its place. */
async function adopt(member: Member, json: unknown): Promise<Reply<AdoptedVersion>> {
  const { open, state } = member;
  const loaded = loadPack(json);
  if (!loaded.ok) return wrongPack(loaded.problems);
  const { pack } = loaded;
  const digest = digestOf(pack);
  const versions = open.packBook ?? [];
  const again = versions.filter((one) => one.digest === digest || (one.id === pack.id && one.version === pack.version));
  const taken = again.map(({ id, version }) => `version: ${id} version ${version} is adopted already`);
  const problems = [...taken, ...dateProblems(pack, versions, today(member))];
  if (problems.length > 0) return wrongPack(problems);
  const key = await loadSigningKey(state.options.folder, open.key);
  if (!key.ok) return refused(key.refusal);
  const scribe = { sources: state.options, log: open.station.logOrigin, actor: member.person.id };
  await open.store.transaction((tx) => writeAdoption(tx, scribe, { pack, digest, key: key.value }));
  open.packBook = await readPackBook(open.store.read);
  const { id, version, effectiveFrom, effectiveUntil } = pack;
  return done({ digest, id, version, effectiveFrom, effectiveUntil });
}

/** The chief puts a pack into force: one from a file, or the one that ships with the program. */
export async function adoptPack(member: Member, input: z.output<typeof adoptInput>): Promise<Reply<AdoptedVersion>> {
  if (input.path === undefined) return adopt(member, westborough);
  const read = await readJsonFile(input.path);
  if (!read.ok) return refused(read.refusal);
  return read.value === null ? refuse('not-found', { field: 'path' }) : adopt(member, read.value);
}

/** The chief settles how an open question is read: a new version from today on. What was decided keeps the old one. */
export async function interpretPack(
  member: Member,
  input: z.output<typeof interpretInput>,
): Promise<Reply<AdoptedVersion>> {
  const { open, person } = member;
  const day = today(member);
  const current = inForceOn(open.packBook ?? [], day);
  if (current === undefined || current.pack === null)
    return refuse('no-policy', { params: { why: open.policyTrouble ?? 'gap' } });
  const until = endOf(current, open.packBook ?? []);
  const taken = (open.packBook ?? []).filter(({ id }) => id === current.id).map(({ version }) => version);
  const changed = reinterpret(current.pack, { ...input, day, by: person.displayName, until, taken });
  return changed.ok ? adopt(member, changed.pack) : refused(...changed.refusals);
}

/** Somebody has read a version (P-3). The second time it answers the first. */
export async function acknowledgePack(
  member: Member,
  { digest }: z.output<typeof acknowledgeInput>,
): Promise<Reply<{ readonly digest: string; readonly at: string }>> {
  if (member.open.packBook?.some((one) => one.digest === digest) !== true)
    return refuse('not-found', { field: 'digest' });
  return member.open.store.transaction(async (tx) => {
    const mine = (await listAcknowledgements(tx)).find(isBy(member.person.id, digest));
    if (mine !== undefined) return done({ digest, at: mine.at });
    const meta = await cover(tx, member, { type: 'policy.acknowledged', disclosures: { pack: { digest } } });
    await insertAcknowledgement(tx, digest, meta);
    return done({ digest, at: meta.at });
  });
}

/** The version in force, where this person has not acknowledged it yet; an auditor reads and acknowledges nothing. */
export async function toAcknowledge(member: Member): Promise<{ readonly id: string; readonly version: string } | null> {
  const { open, person } = member;
  if (open.policyTrouble !== null || person.role === 'auditor') return null;
  const read = await listAcknowledgements(open.store.read);
  const { id, version } = open.pack;
  return read.some(isBy(person.id, open.packDigest)) ? null : { id, version };
}

const isBy =
  (personId: string, digest: string) =>
  (one: StoredAcknowledgement): boolean =>
    one.personId === personId && one.digest === digest;

/** Every adopted version with its days, its signature and who has read it. */
export async function listPackVersions(member: Member): Promise<Reply<PolicyVersions>> {
  const { open } = member;
  const versions = open.packBook ?? [];
  const read = await listAcknowledgements(open.store.read);
  const shipped = packInForce();
  const { id, version } = shipped.pack;
  const adopted = versions.some(({ digest }) => digest === shipped.digest);
  return done({
    versions: versions.map((one) => told(one, { versions, read, member })),
    inForce: open.policyTrouble === null ? open.packDigest : null,
    trouble: open.policyTrouble,
    shipped: { digest: shipped.digest, id, version, adopted },
  });
}

interface Around {
  readonly versions: readonly PackVersion[];
  readonly read: readonly StoredAcknowledgement[];
  readonly member: Member;
}

function told(one: PackVersion, { versions, read, member }: Around): PolicyVersion {
  const { digest, id, version, effectiveFrom, effectiveUntil, proof, adoptedAt, adoptedBy } = one;
  const day = today(member);
  const coming = effectiveFrom > day ? 'coming' : 'over';
  return {
    ...{ digest, id, version, effectiveFrom, effectiveUntil, proof, adoptedAt, adoptedBy },
    endsOn: endOf(one, versions),
    state: inForceOn(versions, day) === one ? 'in-force' : coming,
    acknowledgements: read.filter((each) => each.digest === digest).map(({ person, at }) => ({ person, at })),
    acknowledgedAt: read.find(isBy(member.person.id, digest))?.at ?? null,
  };
}

/** The policy as it is applied now. */
export function getPack(member: Member): Promise<Reply<Pack>> {
  return Promise.resolve(done(member.open.pack));
}
