import { INSTRUMENT_KINDS, MATCHES, SIGNERS, SOURCE_KINDS, WARRANT_KINDS, WARRANT_STATUSES } from './fact-names.ts';
import { choiceOf, choicesOf, digestOf, momentOf, objectOf, wordOf, type Faults } from './read-value.ts';
import type { Instrument, SecondCheck, Source, Warrant, WarrantCheck } from './request.ts';

const SOURCE_PARTS = new Set(['kind', 'reference', 'at']);
const INSTRUMENT_PARTS = new Set(['kind', 'form', 'requestedAt', 'sha256', 'issuer', 'docket', 'signedBy']);
const SIGNER_PARTS = new Set(['role', 'name']);
const WARRANT_PARTS = new Set(['number', 'court', 'offense', 'kind']);
const CHECK_PARTS = new Set(['query', 'at', 'status', 'matchedOn']);
const SECOND_CHECK_PARTS = new Set(['at', 'status']);

export function sourceOf(value: unknown, where: string, faults: Faults): Source | undefined {
  const parts = objectOf(value, SOURCE_PARTS, where, faults);
  if (parts === undefined) return undefined;
  return {
    kind: choiceOf(parts['kind'], SOURCE_KINDS, `${where}.kind`, faults),
    reference: wordOf(parts['reference'], `${where}.reference`, faults),
    at: momentOf(parts['at'], `${where}.at`, faults),
  };
}

/** One shape for both kinds of instrument: a federal request (X1) and legal compulsion. */
export function instrumentOf(value: unknown, where: string, faults: Faults): Instrument | undefined {
  const parts = objectOf(value, INSTRUMENT_PARTS, where, faults);
  if (parts === undefined) return undefined;
  return {
    kind: choiceOf(parts['kind'], INSTRUMENT_KINDS, `${where}.kind`, faults),
    form: wordOf(parts['form'], `${where}.form`, faults),
    requestedAt: momentOf(parts['requestedAt'], `${where}.requestedAt`, faults),
    sha256: digestOf(parts['sha256'], `${where}.sha256`, faults),
    issuer: wordOf(parts['issuer'], `${where}.issuer`, faults),
    docket: wordOf(parts['docket'], `${where}.docket`, faults),
    signedBy: signerOf(parts['signedBy'], `${where}.signedBy`, faults),
  };
}

function signerOf(value: unknown, where: string, faults: Faults): Instrument['signedBy'] {
  const parts = objectOf(value, SIGNER_PARTS, where, faults);
  if (parts === undefined) return undefined;
  return {
    role: choiceOf(parts['role'], SIGNERS, `${where}.role`, faults),
    name: wordOf(parts['name'], `${where}.name`, faults),
  };
}

export function warrantOf(value: unknown, where: string, faults: Faults): Warrant | undefined {
  const parts = objectOf(value, WARRANT_PARTS, where, faults);
  if (parts === undefined) return undefined;
  return {
    number: wordOf(parts['number'], `${where}.number`, faults),
    court: wordOf(parts['court'], `${where}.court`, faults),
    offense: wordOf(parts['offense'], `${where}.offense`, faults),
    kind: choiceOf(parts['kind'], WARRANT_KINDS, `${where}.kind`, faults),
  };
}

export function warrantCheckOf(value: unknown, where: string, faults: Faults): WarrantCheck | undefined {
  const parts = objectOf(value, CHECK_PARTS, where, faults);
  if (parts === undefined) return undefined;
  return {
    query: wordOf(parts['query'], `${where}.query`, faults),
    at: momentOf(parts['at'], `${where}.at`, faults),
    status: choiceOf(parts['status'], WARRANT_STATUSES, `${where}.status`, faults),
    matchedOn: choicesOf(parts['matchedOn'], MATCHES, `${where}.matchedOn`, faults),
  };
}

export function secondCheckOf(value: unknown, where: string, faults: Faults): SecondCheck | undefined {
  const parts = objectOf(value, SECOND_CHECK_PARTS, where, faults);
  if (parts === undefined) return undefined;
  return {
    at: momentOf(parts['at'], `${where}.at`, faults),
    status: choiceOf(parts['status'], WARRANT_STATUSES, `${where}.status`, faults),
  };
}
