import { describe, expect, it } from 'vitest';
import { createKeyPort, KeyStoreRefused, type KeyPort } from '../../electron/station/key-port.ts';
import type { KeyAnswer, KeyWork } from '../../electron/station/messages.ts';

/** A key port whose other end answers by turning bits over. */
function portTo(answer: (work: KeyWork) => KeyAnswer): KeyPort {
  const port: KeyPort = createKeyPort((id, work) => {
    queueMicrotask(() => {
      port.settle(id, answer(work));
    });
  });
  return port;
}

const turn = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 0xff);

describe('the key store as the station sees it', () => {
  it('asks main and hands back what main answers, each to its own question', async () => {
    const port = portTo((work) => ({ ok: true, value: work.act === 'protects' ? true : turn(work.bytes) }));
    const [protects, wrapped, unwrapped] = await Promise.all([
      port.protects(),
      port.wrap(Uint8Array.of(1, 2)),
      port.unwrap(Uint8Array.of(254)),
    ]);
    expect(protects).toBe(true);
    expect(wrapped).toEqual(Uint8Array.of(254, 253));
    expect(unwrapped).toEqual(Uint8Array.of(1));
  });

  it('refuses where the store refuses, and where it answers with something else', async () => {
    await expect(portTo(() => ({ ok: false })).wrap(Uint8Array.of(1))).rejects.toThrow(KeyStoreRefused);
    await expect(portTo(() => ({ ok: true, value: true })).unwrap(Uint8Array.of(1))).rejects.toThrow(KeyStoreRefused);
  });

  it('ignores an answer to a question that nobody asked', async () => {
    const port = portTo(() => ({ ok: true, value: false }));
    port.settle(99, { ok: true, value: true });
    expect(await port.protects()).toBe(false);
  });
});
