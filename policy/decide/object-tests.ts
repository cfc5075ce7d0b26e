import type { Condition } from '../packs/condition.ts';
import { allThere, type Finding, type Question } from './finding.ts';
import type { Moment } from './moment.ts';
import type { Instrument } from './request.ts';
import { pastFinding } from './simple-tests.ts';

const MINUTE = 60_000;

/** 2(b): where the conviction was learned. */
export function testSource(_: Condition<'source'>, { request }: Question): Finding {
  const source = request.facts.objects.source;
  if (source === undefined) return 'missing';
  const time = pastFinding(source.at, request.at);
  return time === 'unfit' ? 'unfit' : allThere(source.kind, source.reference, source.at);
}

/** Policy, exception 1: a formal request within a criminal case; a civil form is never one. */
export function testRequest(condition: Condition<'request'>, { request }: Question): Finding {
  const instrument = request.facts.objects.instrument;
  if (instrument === undefined) return 'missing';
  const { kind, form, requestedAt } = instrument;
  const ofAnotherGround = kind !== undefined && kind !== 'written' && kind !== 'oral';
  if (ofAnotherGround || namesForm(form, condition.notForms)) return 'unfit';
  const time = pastFinding(requestedAt, request.at);
  if (time !== 'fits') return time;
  return kind === 'oral'
    ? oralFinding(instrument, request.at.ms, condition.oralMinutes)
    : allThere(kind, instrument.sha256);
}

function oralFinding({ requestedAt }: Instrument, at: number, minutes: number): Finding {
  return requestedAt !== undefined && at <= requestedAt.ms + minutes * MINUTE ? 'fits' : 'missing';
}

function namesForm(form: string | undefined, forms: readonly string[]): boolean {
  if (form === undefined) return false;
  const squeezed = squeeze(form);
  return forms.some((name) => squeezed.includes(squeeze(name)));
}

/** Without capitals, spaces and hyphens of any width. */
function squeeze(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Pd}\p{Cf}\u2212]/gu, '');
}

/** Legal compulsion: a judge signs a warrant or an order, counsel an approved reply. */
export function testCompulsion({ signers }: Condition<'compulsion'>, { request }: Question): Finding {
  const instrument = request.facts.objects.instrument;
  if (instrument?.kind === undefined) return 'missing';
  const by = signers.find((entry) => entry.kind === instrument.kind)?.by;
  if (by === undefined) return 'unfit';
  const { issuer, sha256, signedBy = { role: undefined, name: undefined } } = instrument;
  if (signedBy.role !== undefined && !by.includes(signedBy.role)) return 'unfit';
  return allThere(issuer, sha256, signedBy.role, signedBy.name);
}

/** 3(b)(ii) and 3(c): a criminal warrant of the Commonwealth. */
export function testWarrant({ kinds }: Condition<'warrant'>, { request }: Question): Finding {
  const warrant = request.facts.objects.warrant;
  if (warrant === undefined) return 'missing';
  if (warrant.kind !== undefined && !kinds.includes(warrant.kind)) return 'unfit';
  return allThere(warrant.number, warrant.court, warrant.offense, warrant.kind);
}

/** 3(b)(ii) and 3(c): the warrant stands, and it is this person's. */
export function testWarrantCheck({ notOnly, since }: Condition<'warrant-check'>, { request }: Question): Finding {
  const check = request.facts.objects.wms;
  if (check === undefined) return 'missing';
  const start = since === undefined ? undefined : request.facts.times[since];
  const recalled = check.status !== undefined && check.status !== 'active';
  const weak = check.matchedOn?.every((match) => notOnly.includes(match)) === true;
  if (recalled || weak || !liesBetween(check.at, start, request.at)) return 'unfit';
  return allThere(check.query, check.at, check.status, check.matchedOn);
}

/** A time that is not known lies nowhere else. */
function liesBetween(time: Moment | undefined, start: Moment | undefined, end: Moment): boolean {
  if (time === undefined) return true;
  return time.ms <= end.ms && (start === undefined || time.ms >= start.ms);
}

/** 3(c): looked up again just before. */
export function testSecondCheck({ minutes }: Condition<'second-check'>, { request }: Question): Finding {
  const check = request.facts.objects.wmsSecondCheck;
  if (check === undefined) return 'missing';
  if (check.status !== undefined && check.status !== 'active') return 'unfit';
  const age = check.at === undefined ? 0 : request.at.ms - check.at.ms;
  if (age < 0 || age > minutes * MINUTE) return 'unfit';
  return allThere(check.at, check.status);
}
