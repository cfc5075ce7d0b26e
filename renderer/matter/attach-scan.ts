import type { Refusal } from '../../policy/refusal.ts';
import { call, shell } from '../api.ts';

/** Lets a file be chosen and seals it with the matter; no hash where none was chosen or it was refused. */
export async function attachScan(
  matterId: string,
): Promise<{ readonly sha256: string | null; readonly refusals: readonly Refusal[] }> {
  const path = await shell().chooseFile('scan');
  if (path === null) return { sha256: null, refusals: [] };
  const reply = await call('matter.attachScan', { matterId, path });
  return reply.ok ? { sha256: reply.value.sha256, refusals: [] } : { sha256: null, refusals: reply.refusals };
}
