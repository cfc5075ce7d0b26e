import { jcs } from './jcs.ts';

/** What one entry says. It names nobody: people, places and words are in the disclosures. */
export interface LeafContent {
  /** Name of the log, the same in every entry. */
  readonly log: string;
  readonly seq: number;
  /** Random id of the event. */
  readonly id: string;
  /** ISO time with offset; the entry tells it to the minute, in UTC. */
  readonly at: string;
  /** `notification.recorded`, `booking.saved`. */
  readonly type: string;
  /** Id of a person; random as well. */
  readonly actor: string;
  readonly supersedes?: number | undefined;
  /** Digests of the disclosures, in any order. */
  readonly digests: readonly string[];
}

const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:[.]\d+)?Z$/;

/** `2026-11-20T17:22Z`: the exact time would narrow a person down and stands in a disclosure. */
function toMinute(at: string): string {
  // Our own stamps are in UTC already.
  if (UTC.test(at)) return `${at.slice(0, 16)}Z`;
  return `${new Date(Date.parse(at)).toISOString().slice(0, 16)}Z`;
}

/** The bytes of an entry, final from the start: they are stored, hashed and one day signed as they are. */
export function leafBytes(content: LeafContent): Buffer {
  const { log, seq, id, at, type, actor, supersedes, digests } = content;
  const schema = type === 'notification.recorded' ? 'notification-record/1' : `${type}/1`;
  const entry = { v: 1, schema, log, seq, id, at: toMinute(at), type, actor, supersedes };
  return Buffer.from(jcs({ ...entry, _sd: [...digests].sort(), _sd_alg: 'sha-256' }), 'utf8');
}
