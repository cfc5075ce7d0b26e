import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FreePlace } from './free-places.ts';
import { allVectors, FORMAT, type NamedVector } from '../format/vector.ts';

/** What a mutation left of a bundle: a folder of files, or one zip. */
export type Bundle =
  { readonly kind: 'folder'; readonly files: ReadonlyMap<string, Buffer> } | ({ readonly kind: 'zip' } & RootedZip);

/** A zip, and the fingerprint of whose station it is. */
export interface RootedZip {
  readonly zip: Buffer;
  readonly root: string;
}

export interface Mutation {
  /** What was done, to which file, where. */
  readonly name: string;
  readonly bundle: Bundle;
  /** Name of the place in docs/format.md that no promise covers; undefined where every judge must refuse. */
  readonly free?: FreePlace;
}

/** The published copies that mutations start from. */
export interface Base {
  /** One record with its PDF; another copy of the same record, with a later head; fingerprint of the station. */
  readonly record: ReadonlyMap<string, Buffer>;
  readonly later: ReadonlyMap<string, Buffer>;
  readonly root: string;
  /** A zip of copies of the same station; the answer to a request for public records, of another one. */
  readonly zips: readonly RootedZip[];
  /** A good record of another station. */
  readonly foreign: Buffer;
}

function filesOf(vector: string): ReadonlyMap<string, Buffer> {
  const [folder = ''] = readdirSync(join(FORMAT, vector)).filter((name) => name !== 'vector.json');
  const at = join(FORMAT, vector, folder);
  return new Map(readdirSync(at).map((name) => [name, readFileSync(join(at, name))]));
}

function zipOf(vector: NamedVector | undefined): RootedZip {
  const [file = ''] = vector?.give ?? [];
  return { zip: readFileSync(join(FORMAT, vector?.name ?? '', file)), root: vector?.root ?? '' };
}

export function readBase(): Base {
  const vectors = allVectors();
  const named = (wanted: string): NamedVector | undefined => vectors.find(({ name }) => name === wanted);
  return {
    record: filesOf('good/record'),
    later: filesOf('good/redacted'),
    root: named('good/record')?.root ?? '',
    zips: ['good/batch', 'good/public-records'].map((name) => zipOf(named(name))),
    foreign: readFileSync(join(FORMAT, 'refused/other-root/record.sd-jwt')),
  };
}
