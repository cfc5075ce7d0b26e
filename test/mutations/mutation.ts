import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FreePlace } from './free-places.ts';
import { allVectors, FORMAT } from '../format/vector.ts';

/** What a mutation left of a bundle: a folder of files, or one zip. */
export type Bundle =
  | { readonly kind: 'folder'; readonly files: ReadonlyMap<string, Buffer> }
  | { readonly kind: 'zip'; readonly zip: Buffer };

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
  readonly zip: Buffer;
  readonly root: string;
  /** A good record of another station. */
  readonly foreign: Buffer;
}

function filesOf(vector: string): ReadonlyMap<string, Buffer> {
  const [folder = ''] = readdirSync(join(FORMAT, vector)).filter((name) => name !== 'vector.json');
  const at = join(FORMAT, vector, folder);
  return new Map(readdirSync(at).map((name) => [name, readFileSync(join(at, name))]));
}

export function readBase(): Base {
  const vectors = allVectors();
  const batch = vectors.find(({ name }) => name === 'good/batch');
  const record = filesOf('good/record');
  return {
    record,
    later: filesOf('good/redacted'),
    zip: readFileSync(join(FORMAT, 'good/batch', batch?.give[0] ?? '')),
    root: batch?.root ?? '',
    foreign: readFileSync(join(FORMAT, 'refused/other-root/record.sd-jwt')),
  };
}
