import { ACTS, SUBJECT_ROLES, type Act, type Ground, type SubjectRole } from '../../../policy/decision.ts';
import type { DecisionRequest } from '../../../policy/decide/request.ts';
import { counts } from '../../../policy/decide/when.ts';
import type { GroundRule, Pack } from '../../../policy/packs/pack.ts';
import { without, type Json } from '../decide/case.ts';
import { actOf, everyWorld, fullWorld, jsonOf, judged, readOf, slotsOf, type Slot, type World } from './worlds.ts';

export const ROLES = [...SUBJECT_ROLES, undefined];

/** An answer that opened, and for whom it was asked. */
interface Opened {
  readonly ground: Ground | undefined;
  readonly act: Act;
  readonly role: SubjectRole | undefined;
}

/** Whether the matrix opens this act, by this ground, for somebody of this role. */
export function isOpen(matrix: Pack['matrix'], { ground, act, role }: Opened): boolean {
  const row = matrix.find((one) => one.ground === ground);
  if (row?.acts.includes(act) !== true) return false;
  return role === undefined ? row.subjectMayBeUnknown : row.subjects.includes(role);
}

/** Every question of one world: each act for each role by this ground, and each act by whichever ground. */
function openedIn(read: DecisionRequest, ground: Ground, pack: Pack): readonly Opened[] {
  const named = ACTS.flatMap((act) => ROLES.map((role) => ({ act, role, ground })));
  const any = ACTS.map((act) => ({ act, role: 'arrestee' as const, ground: undefined }));
  return [...named, ...any].flatMap(({ act, role, ground: asked }) => {
    const answer = judged({ ...read, act, ground: asked, subject: { role, age: 31 } }, pack);
    return answer.decision === 'allow' ? [{ ground: answer.ground, act, role }] : [];
  });
}

/** Ground, act and role of every answer that opens what the matrix closes, over every combination of facts. */
export function leaksOf(rule: GroundRule, pack: Pack, matrix: Pack['matrix'] = pack.matrix): readonly string[] {
  const slots = slotsOf(rule);
  const leaks = everyWorld(slots).flatMap((world) =>
    openedIn(readOf(jsonOf(slots, world), pack), rule.ground, pack)
      .filter((opened) => !isOpen(matrix, opened))
      .map(({ ground, act, role }) => `${ground ?? '-'} ${act} ${role ?? '-'}`),
  );
  return [...new Set(leaks)];
}

/** Which worlds of a ground open it, named. */
export function openWorlds(rule: GroundRule, pack: Pack): ReadonlySet<string> {
  const slots = slotsOf(rule);
  const act = actOf(rule.ground, pack);
  const open = everyWorld(slots).filter((world) => {
    const read = readOf(jsonOf(slots, world), pack);
    return judged({ ...read, act, ground: rule.ground }, pack).decision === 'allow';
  });
  return new Set(open.map((world) => world.join()));
}

const missingAt = ({ options }: Slot): number => options.findIndex(({ finding }) => finding === 'missing');

/** Facts that open a ground by not being known, though some value of theirs closes it. */
export function openedByUnknown(rule: GroundRule, pack: Pack): readonly string[] {
  const slots = slotsOf(rule);
  const open = openWorlds(rule, pack);
  const found = new Set<string>();
  for (const key of open) {
    const world: World = key.split(',').map(Number);
    slots.forEach((slot, at) => {
      if (world[at] !== missingAt(slot)) return;
      const others = slot.options.map((_, option) => world.with(at, option).join());
      if (!others.every((other) => open.has(other))) found.add(slot.condition.fact);
    });
  }
  return [...found];
}

/** Of a full case, each fact that can be taken away without a refusal that names it. */
export function unnamed(rule: GroundRule, pack: Pack): readonly string[] {
  const slots = slotsOf(rule);
  const alternatives = rule.anyOf.length === 0 ? [null] : rule.anyOf.map(({ id }) => id);
  return alternatives.flatMap((alternative) =>
    standings(slots, fullWorld(slots, alternative)).flatMap((world) => {
      const json = { ...jsonOf(slots, world), act: actOf(rule.ground, pack), ground: rule.ground };
      return slots.flatMap((slot, at) => (isUsed(slot, at, world) ? namedWithout(slot, { json, rule, pack }) : []));
    }),
  );
}

/** Every way in which the conditions that choose among others may fit. */
export function standings(slots: readonly Slot[], world: World): readonly World[] {
  return slots.reduce<readonly World[]>(
    (worlds, { options }, at) =>
      worlds.flatMap((one) =>
        one[at] === options.length - 1
          ? [one]
          : options.flatMap(({ finding }, option) => (finding === 'fits' ? [one.with(at, option)] : [])),
      ),
    [world],
  );
}

const isUsed = (slot: Slot, at: number, world: World): boolean => world[at] !== missingAt(slot);

interface FullCase {
  readonly json: Json;
  readonly rule: GroundRule;
  readonly pack: Pack;
}

function namedWithout({ path, condition }: Slot, { json, rule, pack }: FullCase): readonly string[] {
  const request = readOf(json, pack);
  const blocked = (): boolean => false;
  if (judged(request, pack).decision !== 'allow') return [`${condition.fact}: the full case is refused`];
  if (condition.optional === true || !counts(condition.when, { request, pack, rule, blocked })) return [];
  const less = judged(readOf(without(json, path), pack), pack);
  const asItShould = less.decision === (rule.lifeFirst ? 'allow' : 'refuse') && less.missing.includes(condition.fact);
  return asItShould ? [] : [`${condition.fact}: ${less.decision}`];
}
