import type { Condition, OffenseReading, Standing, TestKind, When } from '../../../policy/packs/condition.ts';
import type { Pack } from '../../../policy/packs/pack.ts';

const MINUTE = 60_000;

export function said(text: string): string {
  return JSON.stringify(text);
}

export function setOf(values: readonly string[]): string {
  return `[${values.map(said).join(', ')}]`;
}

export function all(...parts: readonly string[]): string {
  return parts.map((part) => `(${part})`).join(' && ');
}

export function any(...parts: readonly string[]): string {
  return parts.length === 0 ? 'false' : parts.map((part) => `(${part})`).join(' || ');
}

/** Where a condition's ground stands. */
interface Around {
  readonly pack: Pack;
  readonly reading: OffenseReading | undefined;
}

/** `context.wms has at && …`: true where the object and these parts of it are there. */
function parts(object: string, ...names: readonly string[]): string {
  return all(`context has ${object}`, ...names.map((name) => `context.${object} has ${name}`));
}

const STANDING: Readonly<Record<Standing, (at: string, reading: OffenseReading) => string>> = {
  named: (at, { ground, felony }) => all(`${at}.grounds.contains(${said(ground)})`, felony ? `${at}.felony` : 'true'),
  'violent-felony': (at) => all(`${at}.violent`, `${at}.felony`),
  'by-target': (at, { byTarget }) => `${setOf(byTarget)}.contains(${at}.id)`,
};
const ORDER: readonly Standing[] = ['named', 'violent-felony', 'by-target'];

/** An offense has one standing, the first that it fits. */
function standingIn(fact: string, wanted: readonly Standing[], reading: OffenseReading | undefined): string {
  if (reading === undefined) return 'false';
  const at = `context.${fact}`;
  const each = ORDER.flatMap((standing, index) =>
    wanted.includes(standing)
      ? [
          all(
            STANDING[standing](at, reading),
            ...ORDER.slice(0, index).map((before) => `!(${STANDING[before](at, reading)})`),
          ),
        ]
      : [],
  );
  return all(`context has ${fact}`, any(...each));
}

const textFits = (fact: string): string =>
  all(`context has ${fact}`, `context.${fact}.told`, `!context.${fact}.blocked`);
const ago = (time: string, minutes: number): string => `context.at <= ${time} + ${String(minutes * MINUTE)}`;

function request({ notForms, oralMinutes }: Condition<'request'>): string {
  const squeezed = notForms.map((form) => `context.instrument.form like "*${form.toLowerCase().replaceAll('-', '')}*"`);
  const oral = all('context.instrument.kind == "oral"', ago('context.instrument.requestedAt', oralMinutes));
  const written = all('context.instrument.kind == "written"', 'context.instrument has sha256');
  return all(
    parts('instrument', 'kind', 'requestedAt'),
    'context.instrument.requestedAt <= context.at',
    `!(${all('context.instrument has form', any(...squeezed))})`,
    any(oral, written),
  );
}

function compulsion({ signers }: Condition<'compulsion'>): string {
  const each = signers.map(({ kind, by }) =>
    all(`context.instrument.kind == ${said(kind)}`, `${setOf(by)}.contains(context.instrument.signer.role)`),
  );
  const signer = ['role', 'name'].map((name) => `context.instrument.signer has ${name}`);
  return all(parts('instrument', 'kind', 'issuer', 'sha256', 'signer'), ...signer, any(...each));
}

function warrantCheck({ notOnly, since }: Condition<'warrant-check'>): string {
  const recent = since === undefined ? 'true' : `!(context has ${since}) || context.wms.at >= context.${since}`;
  return all(
    parts('wms', 'query', 'at', 'status', 'matchedOn'),
    'context.wms.status == "active"',
    'context.wms.at <= context.at',
    recent,
    `!(${setOf(notOnly)}.containsAll(context.wms.matchedOn))`,
  );
}

function person({ fact }: Condition<'person'>, { pack }: Around): string {
  if (fact === 'people.chief')
    return all('context has chief', `${setOf(pack.people.chief)}.contains(context.chief.role)`);
  const same = all('context has decider', 'context.decider.id == context.cosigner.id');
  return all('context has cosigner', `${setOf(pack.people.cosigner)}.contains(context.cosigner.role)`, `!(${same})`);
}

const EXPORT: { readonly [K in TestKind]: (condition: Condition<K>, around: Around) => string } = {
  is: ({ fact, values }) => all(`context has ${fact}`, `${setOf(values)}.contains(context.${fact})`),
  given: ({ fact }) => `context has ${fact}`,
  text: ({ fact }) => textFits(fact),
  differs: ({ fact, from }) =>
    all(textFits(fact), `!(context has ${from}) || context.${from}.words != context.${fact}.words`),
  flag: ({ fact, value }) => all(`context has ${fact}`, `context.${fact} == ${String(value)}`),
  past: ({ fact }) => all(`context has ${fact}`, `context.${fact} <= context.at`),
  'past-day': ({ fact }) => all(`context has ${fact}`, `context.${fact} <= context.today`),
  within: ({ fact, minutes, after }) =>
    all(
      `context has ${fact}`,
      `if context has ${after} then context.${fact} <= context.${after} + ${String(minutes * MINUTE)}
        else context.${fact} <= context.at + ${String(minutes * MINUTE)}`,
    ),
  'other-than': ({ fact, values }) => all(`context has ${fact}`, `!(${setOf(values)}.containsAll(context.${fact}))`),
  offense: ({ fact, accepts }, { reading }) => standingIn(fact, accepts, reading),
  'in-custody': () =>
    all('context has inCustody', 'context.inCustody', '!(context has releasedAt && context.releasedAt <= context.at)'),
  person,
  source: () => all(parts('source', 'kind', 'reference', 'at'), 'context.source.at <= context.at'),
  request,
  compulsion,
  warrant: ({ kinds }) =>
    all(parts('warrant', 'number', 'court', 'offense', 'kind'), `${setOf(kinds)}.contains(context.warrant.kind)`),
  'warrant-check': warrantCheck,
  'second-check': ({ minutes }) =>
    all(
      parts('wmsSecondCheck', 'at', 'status'),
      'context.wmsSecondCheck.status == "active"',
      'context.wmsSecondCheck.at <= context.at',
      ago('context.wmsSecondCheck.at', minutes),
    ),
};

function countsWhen(when: When, { reading }: Around): string {
  if ('is' in when) return all(`context has ${when.fact}`, `${setOf(when.is)}.contains(context.${when.fact})`);
  if ('kind' in when) return all(parts('instrument', 'kind'), `${setOf(when.kind)}.contains(context.instrument.kind)`);
  return standingIn(when.fact, when.standing, reading);
}

function fitsOf<K extends TestKind>(condition: Condition<K>, around: Around): string {
  return EXPORT[condition.test](condition, around);
}

/** A condition as a Cedar expression that is true where it does not stand in the way. */
export function cedarOf(condition: Condition, around: Around): string {
  const fits = fitsOf(condition, around);
  const asked = condition.optional === true ? any(`!(context has ${condition.fact})`, fits) : fits;
  return condition.when === undefined ? asked : any(`!(${countsWhen(condition.when, around)})`, asked);
}
