import { describe, expect, it } from 'vitest';
import { judgePassphrase } from '../../../services/keys/passphrase-rules.ts';

const CONTEXT = ['bo', 'Bo Fictional', 'Exampleton Police'];

describe('passphrase rules', () => {
  it.each([
    ['eleven chars', 'short1x zq!'],
    ['nothing', ''],
  ])('refuses a short one: %s', (_, passphrase) => {
    expect(judgePassphrase(passphrase, CONTEXT)).toBe('short');
  });

  it.each([
    'passwordpassword1',
    'P@ssw0rd Password',
    'qwertyuiop12345678',
    'correct horse battery staple',
    'Summer2026 Boston',
  ])('refuses what guessers try first: %s', (passphrase) => {
    expect(judgePassphrase(passphrase, CONTEXT)).toBe('common');
  });

  it.each(['aaaaaaaaaaaaaaa', 'xyxyxyxyxyxyxy', '....................', 'abab abab abab abab'])(
    'refuses repetition: %s',
    (passphrase) => {
      expect(judgePassphrase(passphrase, CONTEXT)).toBe('repeats');
    },
  );

  it.each(['Exampleton-Police-7', 'bo.fictional.exampleton', 'Fictional 2026 police!'])(
    "refuses the station's and the person's own words: %s",
    (passphrase) => {
      expect(judgePassphrase(passphrase, CONTEXT)).toMatch(/own-words|common/);
    },
  );

  it.each(['maple window river 41', 'plum tractor lantern', 'Grüne Katze am Fenster', '丘の上の青い傘と赤い自転車'])(
    'accepts %s',
    (passphrase) => {
      expect(judgePassphrase(passphrase, CONTEXT)).toBeNull();
    },
  );
});
