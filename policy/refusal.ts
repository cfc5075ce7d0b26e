/** Every way in which Sallyport says no. Each code has its words in `refusal-words.ts`. */
export type RefusalCode =
  | 'protected-field' // a field that tells status or hints at it
  | 'unknown-field' // a name outside the allow-list
  | 'status-in-text' // the free-text screen found status wording
  | 'status-in-code' // a coded value that carries status (IMM, HOLD IMMIGRAT)
  | 'not-to-be-taught' // words that the station may not let through, whoever confirms them
  | 'missing-value'
  | 'wrong-value' // unreadable, impossible or outside its list
  | 'unknown-offense'
  | 'ground-not-open' // no ground of the policy opens this act
  | 'no-policy' // no version of the policy can be applied now
  | 'wrong-pack' // a policy pack with a fault
  | 'not-signed-in'
  | 'locked'
  | 'role-not-allowed'
  | 'wrong-passphrase'
  | 'wrong-code' // of a second factor
  | 'second-factor-needed' // the passphrase is right, a code or a touch of a key is asked for
  | 'second-factor-first' // everybody has one here: it is set up before anything else
  | 'key-not-touched' // the window of the security key ended without an answer
  | 'key-not-taken' // a security key that does not serve
  | 'last-factor' // somebody takes away the only one they have
  | 'away-too-long' // no sign-in for ninety days
  | 'too-many-tries' // closed until somebody releases it
  | 'weak-passphrase'
  | 'same-person' // a co-signer who is the decider
  | 'name-taken'
  | 'not-found'
  | 'clock-behind' // the computer's clock was set back, so what is known lies ahead of it
  | 'changed-meanwhile' // somebody else saved a newer version
  | 'station-exists'
  | 'no-station' // nothing of a station is in the folder that was named
  | 'station-in-use' // another window or command holds this station
  | 'wrong-recovery-key'
  | 'wrong-key' // the key does not open the records
  | 'missing-key'
  | 'newer-database'
  | 'damaged-database'
  | 'log-refused' // the log is not the one that was signed; a person must decide
  | 'audit-not-written' // the audit trail cannot be written; nothing that the policy gates goes on
  | 'head-not-contained' // a head from paper or a file that the log of today does not contain
  | 'disk-full'
  | 'unreadable-file'
  | 'wrong-profile'
  | 'cancelled'
  | 'unknown-call'
  | 'fault'; // unexpected; carries an incident number

/** A no, as data. Never carries refused words: category, clause, length and place only. */
export interface Refusal {
  readonly code: RefusalCode;
  /** Path of the field or fact, such as `fields.narrative`, `charges.0.charge_description`, `facts.offense`. */
  readonly field?: string;
  readonly category?: string;
  /** Clause of the policy or source of the rule, as printed: `1(b)`. */
  readonly clause?: string;
  /** UTF-16 offsets into the text as given. */
  readonly spans?: readonly (readonly [number, number])[];
  /** Names and numbers for the sentence; never a refused value. */
  readonly params?: Readonly<Record<string, string | number>>;
}
