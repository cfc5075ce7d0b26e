// What the station and the carrier say to each other. The carrier is a process of its own that alone works in a folder of
// backups: a share that dies holds whoever writes there, and the carrier is the one that can be left behind.
import type { Refusal } from '../../policy/refusal.ts';
import type { Outcome } from '../keys/outcome.ts';
import type { Backup } from './manifest.ts';

/** What lies beside a backup, and may be newer than it. */
export interface Beside {
  /** Signed heads of the log, of every backup there. */
  readonly heads: readonly string[];
  /** The file of later changes as it was read. */
  readonly laterChanges: Outcome<unknown>;
}

/** What the carrier does, each with what it is told and what it answers. */
export interface CarrierActs {
  /** Makes the folder of the station there ready, takes away what was broken off, writes into it once, and says why it cannot take so many bytes. */
  readonly prepare: {
    readonly input: {
      readonly folder: string;
      readonly root: string;
      /** The station's own folder, where no backup goes. */
      readonly records: string;
      readonly bytes: number;
    };
    readonly answer: Refusal | null;
  };
  /**
   * Brings a whole backup from the station's own disk to the folder, reads it back, and only then gives it its name.
   * Answers its path; null where it was stopped. Nothing is left of it then.
   */
  readonly bring: {
    readonly input: { readonly from: string; readonly root: string; readonly name: string; readonly sha256: string };
    readonly answer: string | null;
  };
  /** What lies there: whole backups, the newest first, and the file of later changes as it was read. */
  readonly survey: {
    readonly input: { readonly root: string };
    readonly answer: { readonly backups: readonly Backup[]; readonly laterChanges: Outcome<unknown> };
  };
  /**
   * Writes the file of later changes, and takes backups away by their paths, those of `overwrite` first: each loses its
   * name, is written over and goes. What is cut off there goes with the next `prepare`.
   */
  readonly settle: {
    readonly input: {
      readonly root: string;
      readonly laterChanges: string;
      readonly overwrite: readonly string[];
      readonly remove: readonly string[];
    };
    readonly answer: null;
  };
  /** Takes away what was broken off in a folder of backups, as `prepare` does. */
  readonly clear: { readonly input: { readonly root: string }; readonly answer: null };
  /** Backups by the folder of one, of its station, or of the stick, the newest first. */
  readonly find: { readonly input: { readonly path: string }; readonly answer: Outcome<readonly Backup[]> };
  /** The JSON of a small file, null where there is none. */
  readonly read: { readonly input: { readonly file: string }; readonly answer: Outcome<unknown> };
  /**
   * Copies the records of a backup, the key that signs and the head of the log into a folder of the station's own disk
   * that holds none of them. Null where it was stopped.
   * `bytes`: what the records should have; longer ones are cut off soon behind it, and do not fill the disk.
   */
  readonly fetch: {
    readonly input: { readonly from: string; readonly to: string; readonly bytes: number };
    readonly answer: Outcome<Beside> | null;
  };
}

export type CarrierAct = keyof CarrierActs;
export type CarrierInput<A extends CarrierAct> = CarrierActs[A]['input'];
export type CarrierAnswer<A extends CarrierAct> = CarrierActs[A]['answer'];

export type Ask<A extends CarrierAct = CarrierAct> = {
  [One in A]: { readonly kind: 'ask'; readonly act: One; readonly input: CarrierInput<One> };
}[A];

/** One question at a time. */
export type ToCarrier = Ask | { readonly kind: 'stop' };

export type FromCarrier =
  | { readonly kind: 'ready' }
  /** So many bytes more are on the disk, read back or overwritten; none where something else was done. */
  | { readonly kind: 'moved'; readonly bytes: number }
  | { readonly kind: 'answer'; readonly value: unknown }
  /** `code` is the system's own word, such as `ENOSPC`; empty where it was something else. */
  | { readonly kind: 'failed'; readonly name: string; readonly code: string };

/** A carrier that runs. */
export interface CarrierProcess {
  send(message: ToCarrier): void;
  /** Ends it at once, whatever it does; one that hangs in a dead share ends when the share lets it. */
  kill(): void;
}

export interface CarrierHeard {
  readonly said: (message: FromCarrier) => void;
  readonly ended: () => void;
}

/** Starts a carrier; each host has its own way. */
export type StartCarrier = (heard: CarrierHeard) => CarrierProcess;
