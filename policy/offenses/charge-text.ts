import { findOffense } from './catalogue.ts';

/** What a charge may be called by; anything but a text is none. */
interface NamedCharge {
  readonly offense?: unknown;
  readonly charge_description?: unknown;
  readonly charge_statute?: unknown;
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** A charge as it was written, else the title of its offense; empty where neither is told. */
export function chargeTitle({ offense, charge_description }: NamedCharge): string {
  const id = textIn(offense);
  const title = id === undefined ? undefined : (findOffense(id)?.title ?? id);
  return textIn(charge_description) ?? title ?? '';
}

/** The same where nothing else stands beside it: a charge of which only the section is told is called by that. */
export function chargeText(charge: NamedCharge): string {
  return chargeTitle(charge) || (textIn(charge.charge_statute) ?? '');
}
