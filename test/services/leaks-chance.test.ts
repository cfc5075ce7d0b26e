import { createCipheriv } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { screen } from '../../policy/screen/screen.ts';
import { findFileLeaks } from '../../services/leaks/files.ts';
import { textsOf } from '../../services/leaks/texts-of-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'chance-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The same bytes each time, that look random. */
const cipher = createCipheriv('aes-128-ctr', Buffer.alloc(16, 9), Buffer.alloc(16));
const encrypted = (length: number): Buffer => cipher.update(Buffer.alloc(length));

const toldIn = (bytes: Buffer): readonly string[] =>
  textsOf({ name: 'one', bytes, whole: true })
    .texts.filter(({ text, field }) => screen(text, field).blocked)
    .map(({ text }) => text);

describe('what chance puts together among bytes', () => {
  it('is no leak at the end of what is encrypted, where less than a block is left', () => {
    const lengths = Array.from({ length: 4_000 }, (_, at) => 256 + ((at * 977) % 3_840));
    expect(lengths.flatMap((length) => toldIn(encrypted(length)))).toEqual([]);
  });

  it.each(['A#x2aNq.', '_1c@)ORR', '_B1^EW|+', 'NlV=)y](', 'u@C`<6_P'])('is no leak in a table of bytes: %s', (run) => {
    expect(screen(run, 'remarks').blocked).toBe(true);
    expect(toldIn(Buffer.from(`\0\u0001${run}\u0002\0`))).toEqual([]);
  });

  it.each(['0HIl`A#t9[ryC0P2', "o{6P0_M`f'4$A#-!", 'H9#qCUo*ERo?>Ypq', 'iD<eu#Tg_i$esnO<'])(
    'is no leak where it is long, among what is encrypted: %s',
    (run) => {
      const bytes = encrypted(8_192);
      bytes.write(`\0${run}\0`, 5_000, 'latin1');
      expect(toldIn(bytes)).toEqual([]);
    },
  );
});

describe('what somebody wrote among bytes', () => {
  const RUNS = [
    ...['A# 012-345-678', '{"status":"undocumented"}', 'LPR, came in 2019', 'u n d o c u m e n t e d', 'ILLEGAL ALIEN'],
    ...['É indocumentado.', 'status=OVERSTAY;id=4'],
  ];
  it.each(RUNS)('is found: %s', (run) => {
    expect(toldIn(Buffer.from(`\0\u0001${run}\u0002\0`))).toEqual([run]);
  });

  it.each(['undocumented alien', 'A-number A012345678', 'He overstayed his visa.'])(
    'is found among what is encrypted, once: %s',
    (run) => {
      for (const width of ['latin1', 'utf16le'] as const) {
        const bytes = encrypted(8_192);
        Buffer.from(`\0${run}\0`, width).copy(bytes, 5_000);
        expect(toldIn(bytes)).toEqual([run]);
      }
    },
  );

  it('is found behind what is encrypted, in the last part of the file', async () => {
    writeFileSync(
      join(folder, 'records.db-wal'),
      Buffer.concat([encrypted(10_000), Buffer.from('He overstayed his visa.')]),
    );
    const { leaks } = await findFileLeaks([{ folder, copies: false }]);
    expect(leaks.map(({ category }) => category)).toEqual(['status-statement']);
  });
});
