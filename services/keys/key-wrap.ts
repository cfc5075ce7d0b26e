import { createCipheriv, createDecipheriv } from 'node:crypto';
import { joinedAndWiped, wipe } from './wipe.ts';

// RFC 3394 (AES Key Wrap) by hand, because the BoringSSL inside Electron has no such cipher.
const BLOCK = 8;
const START = Buffer.alloc(BLOCK, 0xa6);

function halves(block: Uint8Array): readonly [Uint8Array, Uint8Array] {
  return [block.subarray(0, BLOCK), block.subarray(BLOCK)];
}

function blocksOf(bytes: Uint8Array): Uint8Array[] {
  return Array.from({ length: bytes.length / BLOCK }, (_, index) => bytes.slice(index * BLOCK, (index + 1) * BLOCK));
}

/** Mixes the step number into the running block. */
function counted(block: Uint8Array, step: number): Uint8Array {
  const number = Buffer.alloc(BLOCK);
  number.writeUInt32BE(step, BLOCK - 4);
  return block.map((byte, index) => byte ^ (number[index] ?? 0));
}

/** Wraps key bytes (a multiple of 8, at least 16) under a 32-byte key; answers 8 bytes more. */
export function wrapKey(plain: Uint8Array, key: Uint8Array): Uint8Array {
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  const given = blocksOf(plain);
  const blocks = [...given];
  let running: Uint8Array = START;
  for (let round = 0; round < 6; round += 1) {
    for (const [index, block] of blocks.entries()) {
      const [head, tail] = halves(cipher.update(Buffer.concat([running, block])));
      running = counted(head, blocks.length * round + index + 1);
      blocks[index] = tail;
    }
  }
  wipe(...given);
  return new Uint8Array(Buffer.concat([running, ...blocks]));
}

/** Undefined where the key is another one or the bytes were changed. */
export function unwrapKey(wrapped: Uint8Array, key: Uint8Array): Uint8Array | undefined {
  if (wrapped.length < 3 * BLOCK || wrapped.length % BLOCK !== 0) return undefined;
  const decipher = createDecipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  const [first = START, ...blocks] = blocksOf(wrapped);
  let running = first;
  for (let round = 5; round >= 0; round -= 1) {
    for (let index = blocks.length - 1; index >= 0; index -= 1) {
      const mixed = counted(running, blocks.length * round + index + 1);
      const [head, tail] = halves(decipher.update(Buffer.concat([mixed, blocks[index] ?? START])));
      running = head;
      blocks[index] = tail;
    }
  }
  const plain = joinedAndWiped(blocks);
  return START.equals(running) ? plain : undefined;
}
