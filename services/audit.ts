import {
  insertAuditEvent,
  isLook,
  insertLooseRefusal,
  insertLooseSessionEvent,
  type AuditMeta,
  type AuditNote,
  type KeptLook,
  type Noted as What,
} from '../db/audit/writer.ts';
import type { WriteTx } from '../db/database.ts';
import { coverBy, type Covered, type Scribe } from './record.ts';
import type { StationState } from './state.ts';

/** Stands in the log where nobody was signed in. */
const NOBODY = 'station';

const saidOf = ({ call, category }: KeptLook) => (category === null ? { call } : { call, category });

function coveredAs(what: What, at: string): Covered {
  if (typeof what === 'string') return { type: `session.${what}`, disclosures: { session: { at } } };
  if (isLook(what)) return { type: 'session.looked', disclosures: { session: { at, ...saidOf(what) } } };
  return { type: 'gate.refused', disclosures: { refusal: { at, ...what } } };
}

/** Under an entry of the ledger, so that whole rows cannot go unseen. */
export async function noteCovered(
  tx: WriteTx,
  { sources, log }: Omit<Scribe, 'actor'>,
  { meta, what }: { readonly meta: AuditMeta; readonly what: What },
): Promise<void> {
  const scribe = { sources, log, actor: meta.personId ?? NOBODY };
  const { entrySeq } = await coverBy(tx, scribe, coveredAs(what, meta.at));
  await insertAuditEvent(tx, { ...meta, entrySeq }, what);
}

async function noteLoose(tx: WriteTx, meta: AuditMeta, what: What): Promise<void> {
  // While the log is refused nothing sealed is shown, so there is no look to note.
  if (typeof what === 'string') await insertLooseSessionEvent(tx, meta, what);
  else if (!isLook(what)) await insertLooseRefusal(tx, meta, what);
}

/**
 * Notes who came or went, or what was refused: when, who, which rule; never what was typed (CJIS AU-2, M16). While the
 * log is refused nothing is appended to it, so the note stands beside it.
 */
export async function noteAudit(
  state: StationState,
  { at, personId }: AuditNote['who'],
  all: AuditNote['what'],
): Promise<void> {
  const { open } = state;
  if (open === null) return;
  await open.store.transaction(async (tx) => {
    for (const what of all) {
      const meta = { id: state.options.ids.uuid(), at, personId };
      if (open.logTrouble === null)
        await noteCovered(tx, { sources: state.options, log: open.station.logOrigin }, { meta, what });
      else await noteLoose(tx, meta, what);
    }
  });
}
