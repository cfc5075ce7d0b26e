// A security key in software, for tests: makes and signs as CTAP2 keys do, and can be told to do it wrong.
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { KEY_HOST } from '../../contract/key-host.ts';
import type { KeyTouch, MadeKey } from '../../contract/security-key.ts';

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: string | Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** What a key, or the page before it, does otherwise than it should. */
export interface Amiss {
  readonly host?: string;
  readonly origin?: string;
  readonly type?: string;
  readonly crossOrigin?: boolean;
  readonly flags?: number;
  readonly cose?: (cose: Buffer) => Buffer;
  readonly count?: number;
  /** Extensions behind the key, without their flag unless `flags` has it. */
  readonly behind?: Buffer;
  readonly idLength?: number;
}

export interface SoftKey {
  readonly credential: string;
  make(challenge: string, amiss?: Amiss): MadeKey;
  touch(challenge: string, amiss?: Amiss): KeyTouch;
  /** The same key once more, as it counts now. */
  double(): SoftKey;
}

interface Inside {
  readonly id: Buffer;
  readonly privateKey: KeyObject;
  readonly point: readonly [Buffer, Buffer];
  count: number;
}

function clientDataOf(type: string, challenge: string, { origin, crossOrigin, ...amiss }: Amiss): Buffer {
  const said = {
    type: amiss.type ?? type,
    challenge,
    origin: origin ?? `https://${KEY_HOST}`,
    crossOrigin: crossOrigin ?? false,
  };
  return Buffer.from(JSON.stringify({ ...said, other_keys_can_be_added_here: 'read no template' }));
}

function headOf(flags: number, count: number, amiss: Amiss): Buffer {
  const counter = Buffer.alloc(4);
  counter.writeUInt32BE(amiss.count ?? count);
  return Buffer.concat([sha256(amiss.host ?? KEY_HOST), Buffer.from([amiss.flags ?? flags]), counter]);
}

function keyFrom(inside: Inside): SoftKey {
  const credential = base64url(inside.id);
  return {
    credential,
    make(challenge, amiss = {}) {
      const [x, y] = inside.point;
      const cose = Buffer.concat([Buffer.from('a5010203262001215820', 'hex'), x, Buffer.from('225820', 'hex'), y]);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(amiss.idLength ?? inside.id.length);
      const parts = [headOf(0x41, inside.count, amiss), Buffer.alloc(16), length, inside.id];
      const data = Buffer.concat([...parts, amiss.cose?.(cose) ?? cose, amiss.behind ?? Buffer.alloc(0)]);
      return {
        clientData: base64url(clientDataOf('webauthn.create', challenge, amiss)),
        authenticatorData: base64url(data),
      };
    },
    touch(challenge, amiss = {}) {
      inside.count += 1;
      const clientData = clientDataOf('webauthn.get', challenge, amiss);
      const data = headOf(0x01, inside.count, amiss);
      const signature = sign('sha256', Buffer.concat([data, sha256(clientData)]), inside.privateKey);
      return {
        credential,
        clientData: base64url(clientData),
        authenticatorData: base64url(data),
        signature: base64url(signature),
      };
    },
    double: () => keyFrom({ ...inside }),
  };
}

/** A key fresh from its box. */
export function softKey(): SoftKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const point = [Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')] as const;
  return keyFrom({ id: Buffer.concat([Buffer.from([0xff]), randomBytes(31)]), privateKey, point, count: 0 });
}
