import { describe, expect, it } from 'vitest';
import list from '../../../services/keys/common-passphrases.json' with { type: 'json' };
import { foldPassphrase } from '../../../services/keys/common-passphrases.ts';
import { judgePassphrase } from '../../../services/keys/passphrase-rules.ts';

const CONTEXT = ['bo', 'Bo Fictional', 'Exampleton Police'];

const listed = list.words.flatMap((line) => line.split(' '));

describe('passphrase rules', () => {
  it.each([
    ['eleven chars', 'short1x zq!'],
    ['nothing', ''],
  ])('refuses a short one: %s', async (_, passphrase) => {
    expect(await judgePassphrase(passphrase, CONTEXT)).toBe('short');
  });

  it.each([
    'passwordpassword1',
    'P@ssw0rd Password',
    'qwertyuiop12345678',
    'correct horse battery staple',
    'Summer2026 Boston',
  ])('refuses what guessers try first: %s', async (passphrase) => {
    expect(await judgePassphrase(passphrase, CONTEXT)).toBe('common');
  });

  it.each(['aaaaaaaaaaaaaaa', 'xyxyxyxyxyxyxy', '....................', 'abab abab abab abab'])(
    'refuses repetition: %s',
    async (passphrase) => {
      expect(await judgePassphrase(passphrase, CONTEXT)).toBe('repeats');
    },
  );

  it.each(['Exampleton-Police-7', 'bo.fictional.exampleton', 'Fictional 2026 police!'])(
    "refuses the station's and the person's own words: %s",
    async (passphrase) => {
      expect(await judgePassphrase(passphrase, CONTEXT)).toMatch(/own-words|common/);
    },
  );

  it.each(['maple window river 41', 'plum tractor lantern', 'Grüne Katze am Fenster', '丘の上の青い傘と赤い自転車'])(
    'accepts %s',
    async (passphrase) => {
      expect(await judgePassphrase(passphrase, CONTEXT)).toBeNull();
    },
  );

  it.each([
    'Jennifer2026!',
    'M1ch@el-Ch@rl1e!',
    '29.11.2026 Tinkerbell',
    'mustang michael',
    'chickenwing101',
    'L0vely & Pr3c1ous',
    'Freedom xyz 2026',
  ])('refuses one or two words of the list, whatever stands around them: %s', async (passphrase) => {
    expect(await judgePassphrase(passphrase, CONTEXT)).toBe('listed');
  });

  it.each(['mustang michael lantern', 'jennifer 948277160352', 'Tinker bells on the quay'])(
    'takes a listed word for nothing where enough else stands beside it: %s',
    async (passphrase) => {
      expect(await judgePassphrase(passphrase, CONTEXT)).toBeNull();
    },
  );

  it('compares with a list that was folded the same way', () => {
    expect(listed.length).toBeGreaterThan(30_000);
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed.filter((word) => foldPassphrase(word, 'i') !== word)).toEqual([]);
  });
});
