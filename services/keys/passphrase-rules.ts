/** Why a passphrase will not do. */
export type WeakPassphrase = 'short' | 'common' | 'listed' | 'own-words' | 'repeats';

/**
 * It opens the records to whoever holds the computer, so it is longer than the eight characters that
 * CJIS IA-5 and NIST SP 800-63B ask for where tries can be counted.
 */
const LEAST_LENGTH = 12;
/** What must be left once common words and the station's own are taken out. */
const LEAST_OWN = 8;
const LEAST_KINDS = 5;
const SHORTEST_WORD = 3;

/** Words and runs that guessers try first; our own short list, in the form that `plain` gives them. */
const COMMON = [
  'administrator',
  'password',
  'passphrase',
  'passwort',
  'sallyport',
  'department',
  'sergeant',
  'lieutenant',
  'westborough',
  'massachusetts',
  'iloveyou',
  'football',
  'baseball',
  'basketball',
  'sunshine',
  'princess',
  'superman',
  'batman',
  'starwars',
  'trustno1',
  'welcome',
  'letmein',
  'changeme',
  'station',
  'police',
  'officer',
  'booking',
  'sheriff',
  'patrol',
  'captain',
  'summer',
  'winter',
  'spring',
  'autumn',
  'monday',
  'friday',
  'january',
  'december',
  'redsox',
  'patriots',
  'celtics',
  'bruins',
  'boston',
  'monkey',
  'dragon',
  'master',
  'shadow',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwerty',
  'qwertz',
  'azerty',
  'asdfgh',
  '1q2w3e4r5t',
  '1q2w3e4r',
  'q1w2e3r4',
  'abc123',
  'correcthorsebatterystaple',
  'abcdefghijklmnopqrstuvwxyz',
  'abcdefgh',
  '1234567890',
  '0123456789',
  '9876543210',
  '12345678',
  '123456',
  '1234',
  '4321',
  '0000',
  '1111',
  'secret',
  'login',
  'admin',
  'guest',
  'chief',
  'hello',
  'test',
  'pass',
  '2023',
  '2024',
  '2025',
  '2026',
  '2027',
] as const;

/** Small letters and digits only, with the usual stand-ins read back. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('@', 'a')
    .replaceAll('$', 's')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function without(text: string, words: readonly string[]): string {
  return words.reduce((left, word) => left.replaceAll(word, ''), text);
}

function ownWords(context: readonly string[]): readonly string[] {
  const parts = context.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]).map(plain);
  return parts.filter((part) => part.length >= SHORTEST_WORD).sort((left, right) => right.length - left.length);
}

function judgeLetters(text: string, context: readonly string[]): WeakPassphrase | null {
  const left = plain(text);
  const uncommon = without(left, COMMON);
  if (uncommon.length < Math.min(LEAST_OWN, left.length)) return 'common';
  if (without(left, ownWords(context)).length < Math.min(LEAST_OWN, left.length)) return 'own-words';
  return without(uncommon, ownWords(context)).length < Math.min(LEAST_OWN, left.length) ? 'own-words' : null;
}

/**
 * `context` is what everybody knows: login, display name, station name. Null where the passphrase will do. The list of
 * common ones (NIST SP 800-63B 5.1.1.2, CJIS IA-5) is read when somebody chooses one, and not before.
 */
export async function judgePassphrase(passphrase: string, context: readonly string[]): Promise<WeakPassphrase | null> {
  const text = passphrase.normalize('NFKC');
  if (Array.from(text).length < LEAST_LENGTH) return 'short';
  if (new Set(text.toLowerCase()).size < LEAST_KINDS || /^(.{1,4})\1+.{0,3}$/u.test(text)) return 'repeats';
  const weak = judgeLetters(text, context);
  if (weak !== null) return weak;
  const { isCommon } = await import('./common-passphrases.ts');
  return isCommon(text) ? 'listed' : null;
}
