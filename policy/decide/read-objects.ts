import { INSTRUMENT_KINDS, MATCHES, SIGNERS, SOURCE_KINDS, WARRANT_KINDS, WARRANT_STATUSES } from './fact-names.ts';
import { choiceOf, choicesOf, digestOf, momentOf, part, partsOf, wordOf, type Given } from './read-value.ts';
import type { Instrument, SecondCheck, Source, Warrant, WarrantCheck } from './request.ts';

const SOURCE_PARTS = new Set(['kind', 'reference', 'at']);
const INSTRUMENT_PARTS = new Set(['kind', 'form', 'requestedAt', 'sha256', 'issuer', 'docket', 'signedBy']);
const SIGNER_PARTS = new Set(['role', 'name']);
const WARRANT_PARTS = new Set(['number', 'court', 'offense', 'kind']);
const CHECK_PARTS = new Set(['query', 'at', 'status', 'matchedOn']);
const SECOND_CHECK_PARTS = new Set(['at', 'status']);

export function sourceOf(given: Given): Source | undefined {
  const parts = partsOf(given, SOURCE_PARTS);
  if (parts === undefined) return undefined;
  return {
    kind: choiceOf(part(parts, 'kind'), SOURCE_KINDS),
    reference: wordOf(part(parts, 'reference')),
    at: momentOf(part(parts, 'at')),
  };
}

/** One shape for both kinds of instrument: a federal request (X1) and legal compulsion. */
export function instrumentOf(given: Given): Instrument | undefined {
  const parts = partsOf(given, INSTRUMENT_PARTS);
  if (parts === undefined) return undefined;
  return {
    kind: choiceOf(part(parts, 'kind'), INSTRUMENT_KINDS),
    form: wordOf(part(parts, 'form')),
    requestedAt: momentOf(part(parts, 'requestedAt')),
    sha256: digestOf(part(parts, 'sha256')),
    issuer: wordOf(part(parts, 'issuer')),
    docket: wordOf(part(parts, 'docket')),
    signedBy: signerOf(part(parts, 'signedBy')),
  };
}

function signerOf(given: Given): Instrument['signedBy'] {
  const parts = partsOf(given, SIGNER_PARTS);
  if (parts === undefined) return undefined;
  return { role: choiceOf(part(parts, 'role'), SIGNERS), name: wordOf(part(parts, 'name')) };
}

export function warrantOf(given: Given): Warrant | undefined {
  const parts = partsOf(given, WARRANT_PARTS);
  if (parts === undefined) return undefined;
  return {
    number: wordOf(part(parts, 'number')),
    court: wordOf(part(parts, 'court')),
    offense: wordOf(part(parts, 'offense')),
    kind: choiceOf(part(parts, 'kind'), WARRANT_KINDS),
  };
}

export function warrantCheckOf(given: Given): WarrantCheck | undefined {
  const parts = partsOf(given, CHECK_PARTS);
  if (parts === undefined) return undefined;
  return {
    query: wordOf(part(parts, 'query')),
    at: momentOf(part(parts, 'at')),
    status: choiceOf(part(parts, 'status'), WARRANT_STATUSES),
    matchedOn: choicesOf(part(parts, 'matchedOn'), MATCHES),
  };
}

export function secondCheckOf(given: Given): SecondCheck | undefined {
  const parts = partsOf(given, SECOND_CHECK_PARTS);
  if (parts === undefined) return undefined;
  return { at: momentOf(part(parts, 'at')), status: choiceOf(part(parts, 'status'), WARRANT_STATUSES) };
}
