// Ground 2(a) once more, written from command-line.md section 1 and nothing else: the evaluator must agree with it everywhere.

export interface World {
  readonly act: 'notify-ice' | 'ask-status' | 'detain' | undefined;
  readonly role: 'arrestee' | 'suspect' | 'victim' | undefined;
  readonly age: 17 | 18 | undefined;
  readonly decider: 'officer' | 'clerk' | undefined;
  readonly cosigner: 'supervisor' | 'same' | 'officer' | undefined;
  readonly chief: 'chief' | 'supervisor' | undefined;
  readonly agency: 'WPD' | 'MSP' | undefined;
  readonly arrested: 'now' | 'later' | undefined;
  readonly offense: Kind | 'aimed' | undefined;
  readonly target: Kind | undefined;
  readonly element: 'said' | 'short' | 'blocked' | undefined;
}

/** A felony the policy names; a violent felony it does not name; a violent misdemeanor; a felony without violence. */
export type Kind = 'named' | 'violent' | 'misdemeanor' | 'other';

export const VALUES: { readonly [K in keyof World]: readonly World[K][] } = {
  act: ['notify-ice', 'ask-status', 'detain', undefined],
  role: ['arrestee', 'suspect', undefined],
  age: [17, 18, undefined],
  decider: ['officer', 'clerk', undefined],
  cosigner: ['supervisor', 'same', 'officer', undefined],
  chief: ['chief', 'supervisor', undefined],
  agency: ['WPD', 'MSP', undefined],
  arrested: ['now', 'later', undefined],
  offense: ['named', 'violent', 'misdemeanor', 'other', 'aimed', undefined],
  target: ['named', 'violent', 'misdemeanor', 'other', undefined],
  element: ['said', 'short', 'blocked', undefined],
};

export interface Answer {
  readonly missing: readonly string[];
  readonly contradicted: readonly string[];
}

/** Nothing missing and nothing contradicted is an allow. */
export function expected(world: World): Answer {
  if (world.act === undefined) return { missing: ['act'], contradicted: [] };
  if (world.act === 'detain') return { missing: [], contradicted: ['ground'] };
  const all = [...aboutPeople(world), ...aboutArrest(world)];
  return {
    missing: all.filter(([, is]) => is === 'absent').map(([name]) => name),
    contradicted: all.filter(([, is]) => is === 'wrong').map(([name]) => name),
  };
}

type Told = readonly [string, 'good' | 'wrong' | 'absent'];

function told<T>(name: string, value: T | undefined, good: readonly T[]): Told {
  if (value === undefined) return [name, 'absent'];
  return [name, good.includes(value) ? 'good' : 'wrong'];
}

function aboutPeople({ act, role, age, decider, chief }: World): readonly Told[] {
  const always = [told('subject.role', role, ['arrestee']), told('people.decider', decider, ['officer'])];
  if (act !== 'notify-ice') return always;
  if (age === undefined) return [...always, ['subject.age', 'absent']];
  return age < 18 ? [...always, told('people.chief', chief, ['chief'])] : always;
}

function aboutArrest({ agency, arrested, offense, target, element, cosigner, decider }: World): readonly Told[] {
  const always = [
    told('arrestingAgency', agency, ['WPD']),
    told('arrestedAt', arrested, ['now']),
    told('offense', offense, ['named', 'violent', 'aimed']),
  ];
  if (offense !== 'violent' && offense !== 'aimed') return always;
  const said = element === 'short' ? undefined : element;
  // Somebody is the same person as the decider only where a decider is there.
  const other = cosigner === 'same' && decider === undefined ? 'supervisor' : cosigner;
  const reasons = [told('elementOfForce', said, ['said']), told('people.cosigner', other, ['supervisor'])];
  return offense === 'violent'
    ? [...always, ...reasons]
    : [...always, ...reasons, told('targetOffense', target, ['named', 'violent'])];
}
