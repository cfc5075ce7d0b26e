// Boxes of an event that are kept sealed: what the person wishes of the consulate (requirements S4).
import { sealedBoxes } from './matter-rules.ts';
import type { MatterDetail, MatterEventDraft, MatterKind } from './matter.ts';

/** Of an event, what is written with it, and what of it is kept sealed; null where nothing is. */
export function partSealed<E extends MatterEventDraft>(
  kind: MatterKind,
  event: E,
): { readonly event: E; readonly sealed: MatterDetail | null } {
  const names = sealedBoxes(kind, event.kind);
  const told = Object.entries(event.detail);
  const sealed = told.filter(([name]) => names.includes(name));
  if (sealed.length === 0) return { event, sealed: null };
  const detail: MatterDetail = Object.fromEntries(told.filter(([name]) => !names.includes(name)));
  return { event: { ...event, detail }, sealed: Object.fromEntries(sealed) };
}
