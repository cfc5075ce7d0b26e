import type { GroundRule, MatrixRow, Pack } from '../../../policy/packs/pack.ts';
import { all, any, cedarOf, said, setOf } from './conditions.ts';

const HARD: readonly string[] = ['past', 'within'];

function roleOf({ subjects, subjectMayBeUnknown }: MatrixRow): string {
  const known = all('context has role', `${setOf(subjects)}.contains(context.role)`);
  return subjectMayBeUnknown ? any('!(context has role)', known) : known;
}

function deciderOf({ people }: Pack, lifeFirst: boolean): string {
  const fits = all('context has decider', `${setOf(people.decider)}.contains(context.decider.role)`);
  return lifeFirst ? any('!(context has decider)', fits) : fits;
}

function ageOf({ minors, people }: Pack): string {
  const gated = minors.acts.map((act) => `action == Action::${said(act)}`);
  const chief = all('context has chief', `${setOf(people.chief)}.contains(context.chief.role)`);
  const grown = all('context has age', any(`context.age >= ${String(minors.under)}`, chief));
  return any(`!(${any(...gated)})`, grown);
}

function namedOf({ ground, onlyByName }: MatrixRow): string {
  const named = all('context has ground', `context.ground == ${said(ground)}`);
  return onlyByName ? named : any('!(context has ground)', named);
}

/** Life first: nothing need be told, but a time that is told must fit. */
function needsOf(rule: GroundRule, pack: Pack): readonly string[] {
  const around = { pack, reading: rule.offenses };
  if (!rule.lifeFirst) return rule.needs.map((condition) => cedarOf(condition, around));
  return rule.needs
    .filter(({ test }) => HARD.includes(test))
    .map((condition) => any(`!(context has ${condition.fact})`, cedarOf(condition, around)));
}

interface Opened {
  readonly rule: GroundRule;
  readonly row: MatrixRow;
  readonly pack: Pack;
}

function permit({ rule, row, pack }: Opened, more: readonly string[]): string {
  const actions = row.acts.map((act) => `Action::${said(act)}`).join(', ');
  const when = [
    namedOf(row),
    roleOf(row),
    ageOf(pack),
    deciderOf(pack, rule.lifeFirst),
    ...needsOf(rule, pack),
    ...more,
  ];
  return `permit (principal, action in [${actions}], resource) when { ${all(...when)} };`;
}

/** The pack as Cedar policies by id: one for each ground, or `2c#arrest` for each of its alternatives. */
export function cedarPolicies(pack: Pack): Readonly<Record<string, string>> {
  return Object.fromEntries(
    pack.matrix.flatMap((row): readonly (readonly [string, string])[] => {
      const rule = pack.grounds.find(({ ground }) => ground === row.ground);
      if (rule === undefined) return [];
      if (rule.anyOf.length === 0) return [[rule.ground, permit({ rule, row, pack }, [])]];
      const around = { pack, reading: rule.offenses };
      return rule.anyOf.map(({ id, needs }) => {
        const own = needs.map((condition) => cedarOf(condition, around));
        return [`${rule.ground}#${id}`, permit({ rule, row, pack }, own)] as const;
      });
    }),
  );
}
