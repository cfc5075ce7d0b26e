import type { Condition, TestKind } from '../../../policy/packs/condition.ts';

interface Words {
  /** Label of a value of a closed list. */
  readonly option: (value: string) => string;
  /** Name of another fact. */
  readonly fact: (fact: string) => string;
}

type Sentences = { readonly [K in TestKind]: (condition: Condition<K>, words: Words) => string };

const list = (values: readonly string[], words: Words): string => values.map(words.option).join(', ');
const hours = (minutes: number): string =>
  minutes % 60 === 0 ? `${String(minutes / 60)} hours` : `${String(minutes)} minutes`;

/** What a fact has to be, for somebody whose answer was not enough. */
export const needs: Sentences = {
  is: ({ values }, words) => `Needed here: ${list(values, words)}.`,
  given: () => 'It has to be told.',
  text: () => 'It takes a sentence of at least ten letters, without anybody’s status.',
  differs: ({ from }, words) => `It has to say something other than: ${words.fact(from)}.`,
  flag: ({ value }) => `Needed here: ${value ? 'yes' : 'no'}.`,
  past: () => 'It may not lie ahead.',
  'past-day': () => 'It may not lie ahead.',
  within: ({ minutes, after }, words) =>
    `Not before ${words.fact(after)}, and at most ${String(minutes)} minutes after it.`,
  'other-than': ({ values }, words) => `At least one beside ${list(values, words)}: that alone is not enough.`,
  offense: () => 'The offense is none that this ground names, or not as grave as it asks.',
  'in-custody': () => 'The person has to be in our custody now.',
  person: () => 'A supervisor or the chief, and somebody other than who decides.',
  source: () => 'Kind, number and time of the query are needed, and the time may not lie ahead.',
  request: ({ oralMinutes, notForms }) =>
    `In writing it needs when it was asked and the scan; by word of mouth it stands for ${hours(oralMinutes)} from when it was asked. Civil forms do not count: ${notForms.join(', ')}.`,
  compulsion: ({ signers }, words) =>
    `Issuer, signer and scan are needed. ${signers
      .map(
        ({ kind, by }) =>
          `${words.option(kind)}: signed by ${by.map((one) => words.option(one).toLowerCase()).join(' or ')}`,
      )
      .join('. ')}.`,
  warrant: ({ kinds }, words) => `Number, court and offense are needed, and a kind that counts: ${list(kinds, words)}.`,
  'warrant-check': ({ notOnly, since }, words) =>
    `Query, time and status are needed: active, looked up ${since === undefined ? 'before now' : `since ${words.fact(since)}`}, and matched on more than ${list(notOnly, words).toLowerCase()}.`,
  'second-check': ({ minutes }) => `Looked up again at most ${String(minutes)} minutes ago, and active.`,
};
