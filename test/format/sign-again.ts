// The good record with something changed and signed again, so that only the changed rule can refuse it.
import { sign } from 'node:crypto';
import type { IssuedCertificates } from '../../services/keys/certificates.ts';
import { makeRecord, privateKeyOf } from '../services/export/made-record.ts';

export function base64url(content: Uint8Array | string): string {
  return Buffer.from(content).toString('base64url');
}

export type Fields = Readonly<Record<string, unknown>>;

export function fieldsOf(part: string): Fields {
  const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

interface Change {
  /** Its members, or its whole text. */
  readonly header?: (header: Fields) => Fields | string;
  readonly entry?: Uint8Array;
  readonly parts?: (parts: readonly string[]) => readonly string[];
  /** PKCS#8. */
  readonly key?: Uint8Array;
}

function headerOf(part: string, { header }: Change): string {
  const fields = fieldsOf(part);
  const told = header?.(fields) ?? fields;
  return base64url(typeof told === 'string' ? told : JSON.stringify(told));
}

export function again(issued: IssuedCertificates, change: Change): string {
  const { entry, key = issued.signingPrivateKey } = change;
  const [jws = '', ...rest] = makeRecord(issued).split('~');
  const [head = '', payload = ''] = jws.split('.');
  const signed = `${headerOf(head, change)}.${entry === undefined ? payload : base64url(entry)}`;
  const by = { key: privateKeyOf(key), dsaEncoding: 'ieee-p1363' } as const;
  const line = `${signed}.${base64url(sign('sha256', Buffer.from(signed), by))}`;
  const shown = rest.slice(0, -1);
  return [line, ...(change.parts?.(shown) ?? shown), ''].join('~');
}
