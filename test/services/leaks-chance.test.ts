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

describe('a text without a blank', () => {
  it.each([
    'zu93Rcbyh9g6sm2HANITW2DQ-ukhT_TPS-TNOGJgmq4',
    'y-rrfQ5MSR7SSZ_PobC52rw_ruOOWhGm8lij1hxdv74',
    'hPTNu10Sdv/cbpReCrcx/Souy0cwtaSULqB+1inhDm8JNX+Z9nujfhsPC50IOg89',
    '81UsrQVP+QOuQMUloPPtYT/WSevlS9o65zOppw/02emc5OpWsMUc57JV9qyqYkgY',
  ])('is no leak where it is a key: %s', (key) => {
    expect(screen(key, 'file-name').blocked).toBe(true);
    expect(toldIn(Buffer.from(key))).toEqual([]);
  });

  it.each([
    ['20260101T120000_A012345678_passport.jpg', '20260101T120000_A012345678_passport.jpg'],
    ['EAD_card_front_Testperson.jpg', 'EAD_card_front_Testperson.jpg'],
    ['/cache/81UsrQVP+QOuQMUloPPtYT/WSevlS9o65zOpp7w/undocumented_alien.csv', '/undocumented_alien.csv'],
  ])('is one where it is a name: %s', (path, told) => {
    expect(toldIn(Buffer.from(path))).toEqual([told]);
  });
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
