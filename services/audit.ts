import {
  insertAuditEvent,
  insertLooseRefusal,
  insertLooseSessionEvent,
  type AuditMeta,
  type KeptRefusal,
} from '../db/audit/writer.ts';
import type { WriteTx } from '../db/database.ts';
import type { SessionEventKind } from '../db/schema/session-event.ts';
import { coverBy } from './record.ts';
import type { OpenStation, StationState } from './state.ts';

/** Stands in the log where nobody was signed in. */
const NOBODY = 'station';

type What = SessionEventKind | KeptRefusal;

/** Under an entry of the ledger, so that whole rows cannot go unseen. */
async function noteCovered(
  tx: WriteTx,
  { state, open }: { readonly state: StationState; readonly open: OpenStation },
  { meta, what }: { readonly meta: AuditMeta; readonly what: What },
): Promise<void> {
  const scribe = { sources: state.options, log: open.station.logOrigin, actor: meta.personId ?? NOBODY };
  const covered =
    typeof what === 'string'
      ? { type: `session.${what}`, disclosures: { session: { at: meta.at } } }
      : { type: 'gate.refused', disclosures: { refusal: { at: meta.at, ...what } } };
  const { entrySeq } = await coverBy(tx, scribe, covered);
  await insertAuditEvent(tx, { ...meta, entrySeq }, what);
}

async function noteLoose(tx: WriteTx, meta: AuditMeta, what: What): Promise<void> {
  await (typeof what === 'string' ? insertLooseSessionEvent(tx, meta, what) : insertLooseRefusal(tx, meta, what));
}

/**
 * Notes who came or went, or what was refused: when, who, which rule; never what was typed (CJIS AU-2, M16). While the
 * log is refused nothing is appended to it, so the note stands beside it.
 */
export async function noteAudit(
  state: StationState,
  { at, personId }: Omit<AuditMeta, 'id'>,
  all: readonly What[],
): Promise<void> {
  const { open } = state;
  if (open === null) return;
  await open.store.transaction(async (tx) => {
    for (const what of all) {
      const meta = { id: state.options.ids.uuid(), at, personId };
      if (open.logTrouble === null) await noteCovered(tx, { state, open }, { meta, what });
      else await noteLoose(tx, meta, what);
    }
  });
}
