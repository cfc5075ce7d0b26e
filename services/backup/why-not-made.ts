// A backup that could not be made, in words: whether the folder it was to go to was at fault, or this computer.
import { StoreFault } from '../../db/fault.ts';
import { type Outcome, bad } from '../keys/outcome.ts';
import { CarrierFailed, CarrierStopped, FolderSilent } from './carrier.ts';
import { CopyFailed } from './check-copy.ts';
import { LaterOrdersShut } from './orders-file.ts';
import { copyRefusal } from './refusals.ts';

function failedCopy(why: string): Outcome<never> {
  const what = `The copy was made and does not hold: ${why}.`;
  const next = 'Run the check of the records; if they are whole, take another stick.';
  return bad('unreadable-file', { field: 'folder', params: { file: 'records.db', cannot: 'kept there', what, next } });
}

/** Only the carrier works in the folder: what was thrown here was of the station's own disk, on which a backup is put together. */
function ofOwnDisk(thrown: unknown): Outcome<never> {
  const refusal = copyRefusal(thrown, 'folder');
  if (refusal === undefined) throw thrown;
  if (refusal.code === 'disk-full') return bad('disk-full', { field: 'folder', params: { own: 'yes' } });
  if (thrown instanceof StoreFault) return { ok: false, refusal };
  return bad('wrong-value', { field: 'folder', params: { why: 'own-disk' } });
}

function ofFolder(thrown: CarrierFailed): Outcome<never> {
  if (thrown.thrown === 'NotAsBrought') return failedCopy('what was read back is not what was written');
  const refusal = copyRefusal(thrown, 'folder');
  if (refusal === undefined) throw thrown;
  return { ok: false, refusal };
}

/** Why no backup was made. @throws what nobody foresaw */
export function toldOf(thrown: unknown): Outcome<never> {
  if (thrown instanceof FolderSilent) return bad('wrong-value', { field: 'folder', params: { why: 'place-died' } });
  if (thrown instanceof CarrierStopped) return bad('cancelled');
  if (thrown instanceof CopyFailed) return failedCopy(thrown.message);
  if (thrown instanceof LaterOrdersShut) return { ok: false, refusal: thrown.refusal };
  return thrown instanceof CarrierFailed ? ofFolder(thrown) : ofOwnDisk(thrown);
}
