// Words of what was typed, and of records that stand otherwise by now.
import type { Refusal } from '../refusal.ts';
import { WRONG_BECAUSE } from './wrong-because.ts';
import { param, placeOf, say, type SomeWords } from './words.ts';

/** What a fact must be, in the policy's own words; its name is the pack's. */
function wrongFact(refusal: Refusal): string {
  const fact = param(refusal, 'fact');
  return `${fact.charAt(0).toUpperCase()}${fact.slice(1)} ${param(refusal, 'must')}.`;
}

/** Which one of several it is, where the refusal tells it. */
function because(refusal: Refusal): string | undefined {
  const [why, number] = [param(refusal, 'why'), param(refusal, 'number')];
  if (why === 'not-in-span' && number !== '') return `${number} is not in the log of these days.`;
  return WRONG_BECAUSE[why]?.[0];
}

/** What is signed rather than saved: what became of it, and what to do. */
const MEANWHILE: Readonly<Record<string, readonly [string, string]>> = {
  list: ['The list changed after it was shown.', 'Look at it as it is now, then sign.'],
  signed: ['What was shown here is signed already.', 'Look at what came after it, then sign that.'],
};

const CHECK_IT = 'Check it, then save again.';

/** `is 35 minutes behind what the log tells`. @param minutes NaN where it is not known by how much */
function behindBy(minutes: number): string {
  if (Number.isNaN(minutes)) return 'is not the one that the records go by';
  const [count, unit] =
    minutes < 120
      ? [minutes, 'minutes']
      : minutes < 2880
        ? [Math.round(minutes / 60), 'hours']
        : [Math.round(minutes / 1440), 'days'];
  return `is ${String(count)} ${unit} behind the log, so times told before lie ahead of it`;
}

export const VALUE_WORDS = {
  'missing-value': {
    text: (refusal) => `${placeOf(refusal)} is empty.`,
    next: say('Fill it in, then save again.'),
    cite: null,
  },
  'wrong-value': {
    text: (refusal) =>
      param(refusal, 'why') === 'fact'
        ? wrongFact(refusal)
        : (because(refusal) ?? `${placeOf(refusal)} cannot be read as it stands.`),
    next: (refusal) => WRONG_BECAUSE[param(refusal, 'why')]?.[1] ?? CHECK_IT,
    cite: null,
  },
  'unknown-offense': {
    text: say('This charge is not in the list of offenses.'),
    next: say('Choose one from the list, or write the charge in words.'),
    cite: null,
  },
  'clock-behind': {
    text: (refusal) => `This computer’s clock ${behindBy(Number(refusal.params?.['minutes']))}.`,
    next: say('Set the clock right, then try again; what you typed stays.'),
    cite: null,
  },
  'not-found': { text: say('This is not here any more.'), next: say('Go back and look again.'), cite: null },
  'changed-meanwhile': {
    text: (refusal) => MEANWHILE[param(refusal, 'why')]?.[0] ?? 'Somebody saved a newer version meanwhile.',
    next: (refusal) => MEANWHILE[param(refusal, 'why')]?.[1] ?? 'Open it, then make your change again.',
    cite: null,
  },
  'name-taken': { text: say('Somebody has this sign-in name already.'), next: say('Choose another one.'), cite: null },
  cancelled: {
    text: say('This was stopped; nothing was changed.'),
    next: say('Start it again when you are ready.'),
    cite: null,
  },
} as const satisfies SomeWords;
