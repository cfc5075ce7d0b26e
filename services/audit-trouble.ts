import type { AuditNote } from '../db/audit/writer.ts';
import { StoreFault } from '../db/fault.ts';
import { noteAudit } from './audit.ts';
import { stamp } from './clock.ts';
import type { StationState } from './state.ts';
import { refusalOf } from './store-refusal.ts';
import { whenFree } from './when-free.ts';

function hold(state: StationState, note: AuditNote, fault: StoreFault): void {
  const { audit, options } = state;
  audit.waiting.push(note);
  audit.why = refusalOf(fault).code;
  if (audit.since !== null) return;
  audit.since = stamp(options.clock.now());
  const incident = options.ids.uuid().slice(0, 8);
  options.report({ incident, at: audit.since, kind: 'AuditNotWritten', where: [fault.code] });
}

/** Writes what waits, in its order. */
async function writeWaiting(state: StationState): Promise<void> {
  const { audit } = state;
  for (let next = audit.waiting[0]; next !== undefined; next = audit.waiting[0]) {
    await noteAudit(state, next.who, next.what);
    audit.waiting.shift();
  }
  audit.since = null;
}

/** Notes what happened. Where that cannot be written it is kept in memory, in order, and the alarm is raised. */
export async function noteSafely(state: StationState, who: AuditNote['who'], what: AuditNote['what']): Promise<void> {
  await whenFree(state, async () => {
    try {
      await writeWaiting(state);
      await noteAudit(state, who, what);
    } catch (fault) {
      if (!(fault instanceof StoreFault)) throw fault;
      hold(state, { who, what }, fault);
    }
  });
}

/** Tries once more to write what waits; what cannot be written goes on waiting. */
export async function tryToWriteWaiting(state: StationState): Promise<void> {
  try {
    await whenFree(state, () => writeWaiting(state));
  } catch (fault) {
    if (!(fault instanceof StoreFault)) throw fault;
  }
}
