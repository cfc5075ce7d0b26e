// Orders of a court about a record: sealing (G.L. c.276 ss.100A-100C), expungement (ss.100E-100U). The order is itself
// confidential (s.100O), so nothing of it stands outside the disclosures of its entry.

/** `unseal`: the court took its seal back. */
export const ORDER_KINDS = ['expunge', 'seal', 'unseal'] as const;
export type OrderKind = (typeof ORDER_KINDS)[number];

export interface CourtOrder {
  readonly kind: OrderKind;
  /** Of chapter 276: `100K`. */
  readonly section: string;
  readonly court: string;
  readonly docket: string;
  /** A day. */
  readonly orderedOn: string;
  /** Whatever the station itself files it under. */
  readonly reference?: string | undefined;
}

const SECTIONS: Readonly<Record<OrderKind, RegExp>> = {
  expunge: /^100[E-U]$/,
  seal: /^100[A-C]$/,
  unseal: /^100[A-C]$/,
};

/** Whether an order of this kind can rest on this section of chapter 276. */
export function isSectionOf(kind: OrderKind, section: string): boolean {
  return SECTIONS[kind].test(section);
}

/** Why a sealed record may be opened: what the law leaves open. */
export const OPENING_REASONS = ['court', 'person', 'criminal-justice'] as const;
export type OpeningReason = (typeof OPENING_REASONS)[number];
