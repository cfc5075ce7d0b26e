import westborough from '../policy/packs/westborough-2015.json' with { type: 'json' };
import { loadPack } from '../policy/packs/load-pack.ts';
import { digestOf } from './ledger/digest.ts';
import type { Pack } from '../policy/packs/pack.ts';

/** A pack that cannot be read opens nothing: the station refuses to start with it. */
class PackFault extends Error {
  override readonly name = 'PackFault';
  readonly code = 'unreadable-pack';
}

/** The pack that ships with the program, checked, with its digest: SHA-256 of its canonical JSON, hex. */
export function packInForce(): { readonly pack: Pack; readonly digest: string } {
  const loaded = loadPack(westborough);
  if (!loaded.ok) throw new PackFault(loaded.problems.join('; '));
  return { pack: loaded.pack, digest: digestOf(westborough) };
}
