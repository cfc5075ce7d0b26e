// Whose root a chain ends in, and whether it is the one that a recipient knows.
import { holderOf, isStationRoot, shownName } from './certificate-name.ts';
import type { Links } from './links.ts';
import { fail, pass, type Finding } from './finding.ts';

const STATION = "the station's certificate";
const HEX_OF_ONE = /[0-9A-F]{64}/g;

/** Fingerprints that were given, one or several, as hex digits; what is none stays as it is and fits nothing. */
function fingerprints(expected: string): readonly string[] {
  const digits = expected.replaceAll(/[:,\s]/g, '').toUpperCase();
  return digits.length % 64 === 0 ? (digits.match(HEX_OF_ONE) ?? [digits]) : [digits];
}

/** Whose root it is, by its own words: a station's has nobody between it and the key. */
function whose({ root, issuers }: Links): string {
  const name = shownName(root.subject);
  if (isStationRoot(name) && issuers.length === 1) return STATION;
  return name === '' ? 'a root without a name' : `the root "${name}"`;
}

/** Whether the root is one that was expected; who it claims to be where none was. */
export function pinned(links: Links, expected: string | undefined): Finding {
  const { fingerprint } = links.root;
  const named = whose(links);
  const of = named === STATION ? '' : `${named}; `;
  if (expected === undefined) {
    const detail = `${of}identity not proved: compare the fingerprint ${fingerprint} with the one the station gave you`;
    return pass('root', detail);
  }
  return fingerprints(expected).includes(fingerprint.replaceAll(':', ''))
    ? pass('root', `${named} is the expected one: ${fingerprint}`)
    : fail('root', `another certificate than expected: ${of}${fingerprint}`);
}

/** Who issued the signing certificate, in words; and to whom, where the root may vouch for others as well. */
export function issuedBy(chain: Links): string {
  if (whose(chain) === STATION) return 'the station root issued the signing certificate';
  const between = chain.issuers.length - 1;
  const through = between === 0 ? '' : `, through ${String(between)} ${between === 1 ? 'issuer' : 'issuers'} between`;
  const to = `it names ${holderOf(chain.signing.subject)}: look whether that is the station`;
  return `${whose(chain)} issued the signing certificate${through}; ${to}`;
}
