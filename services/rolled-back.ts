import type { Refusal } from '../policy/refusal.ts';

/** Leaves a transaction so that all of it is rolled back; carries why. */
export class RolledBack extends Error {
  override readonly name = 'RolledBack';
  readonly code = 'rolled-back';
  readonly refusals: readonly Refusal[];

  constructor(...refusals: readonly Refusal[]) {
    super('the transaction was rolled back');
    this.refusals = refusals;
  }
}
