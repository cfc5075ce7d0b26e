import type { BlankFormClause } from '../../policy/blank-forms.ts';
import { factsOf, type FactQuestion } from '../../policy/decide/explain.ts';
import type { Ground } from '../../policy/decision.ts';
import { MATTER_RULES } from '../../policy/matters/matter-rules.ts';
import type { MatterField } from '../../policy/matters/matter.ts';
import type { Pack } from '../../policy/packs/pack.ts';
import { partsOf } from '../ground/object-parts.ts';
import { boxWord, eventWord, optionWord } from '../matter/matter-words.ts';
import { words } from '../words/words.ts';

const text = words.blank;

/** One thing to fill in: by hand on a line or two, or by a tick. */
export interface BlankLine {
  readonly label: string;
  /** What is asked, in plain words; empty where the label says it. */
  readonly ask: string;
  /** Empty boxes to tick; none where it is written out. */
  readonly ticks: readonly string[];
  readonly height: 'line' | 'lines';
}

export interface BlankGroup {
  /** Null for what is always asked. */
  readonly title: string | null;
  readonly lines: readonly BlankLine[];
}

const YES_NO = [words.policy.yes, words.policy.no];
const written = (label: string, ask = ''): BlankLine => ({ label, ask, ticks: [], height: 'line' });

/** A fact in parts takes a line for each; a hash is nothing for a pen. */
function partLines(question: FactQuestion, ground: Ground): readonly BlankLine[] {
  return partsOf(question.fact, ground)
    .filter(({ type }) => type !== 'hash')
    .map(({ label, options }) => ({
      ...written(`${question.label}: ${label.charAt(0).toLowerCase()}${label.slice(1)}`),
      ticks: options.map((option) => option.label),
    }));
}

function factLines(question: FactQuestion, ground: Ground): readonly BlankLine[] {
  const { type, label, options = [] } = question;
  if (type === 'object') return partLines(question, ground);
  const ask =
    question.when === undefined && !question.optional ? question.question : text.whereItFits(question.question);
  if (type === 'flag') return [{ label, ask, ticks: YES_NO, height: 'line' }];
  const ticks = options.map((option) => option.label);
  return [{ label, ask, ticks, height: type === 'text' ? 'lines' : 'line' }];
}

/** Who the person is, and who decides, stands on every form in a place of its own. */
const ELSEWHERE: readonly string[] = ['people.cosigner', 'people.chief', 'subject.role', 'subject.age'];

function groundGroups(ground: Ground, pack: Pack): readonly BlankGroup[] {
  const asked = factsOf(ground, pack).filter(({ fact }) => !ELSEWHERE.includes(fact));
  const titles = [...new Set(asked.map(({ alternative }) => alternative?.title ?? null))];
  return titles.map((title) => ({
    title,
    lines: asked
      .filter(({ alternative }) => (alternative?.title ?? null) === title)
      .flatMap((question) => factLines(question, ground)),
  }));
}

function boxLine(field: MatterField): BlankLine {
  const options = field.type === 'choice' || field.type === 'choices' ? field.options : [];
  const long = field.type === 'text' && field.most >= 1_000;
  return {
    label: boxWord(field.name),
    ask: '',
    ticks: options.map((option) => optionWord(field.name, option)),
    height: long ? 'lines' : 'line',
  };
}

const OF_A_REQUEST = ['received', 'card', 'decided', 'copy'];

/** 3(a): what came in, civil or criminal, what was decided, and the person's copy. */
function requestGroups(): readonly BlankGroup[] {
  const events = MATTER_RULES.request.events.filter(({ kind }) => OF_A_REQUEST.includes(kind));
  return events.map(({ kind, fields }) => ({
    title: eventWord('request', kind),
    lines: [written(text.when), ...fields.filter(({ name }) => name !== 'scan').map(boxLine)],
  }));
}

/** What a form asks for, from the pack in force. */
export function blankGroups(clause: BlankFormClause, pack: Pack): readonly BlankGroup[] {
  return clause === 'request' ? requestGroups() : groundGroups(clause, pack);
}

/** "2(a) Arrested by us for a violent felony". */
export function blankTitle(clause: BlankFormClause, pack: Pack): string {
  const rule = pack.grounds.find(({ ground }) => ground === clause);
  return rule === undefined ? text.request : words.ground.named(words.ground.sentence(rule.cite), rule.title);
}

/** The acts that the clause may open, to tick which one it was. */
export function blankActs(clause: BlankFormClause, pack: Pack): readonly string[] {
  const acts = pack.matrix.find(({ ground }) => ground === clause)?.acts ?? [];
  return acts.map((act) => pack.acts.find((one) => one.act === act)?.label ?? act);
}

/** Whether the task force has to be reached, whatever is decided. */
export function callsTaskForce(clause: BlankFormClause, pack: Pack): boolean {
  const rule = pack.grounds.find(({ ground }) => ground === clause);
  return rule?.duties.some(({ duty }) => duty === 'jttf') ?? false;
}
