import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compact, fold, rangeOf } from '../../../policy/screen/fold.ts';
import { inDisguise, screenedText } from '../../../policy/screen/never-taught.ts';
import { screen } from '../../../policy/screen/screen.ts';

const wide = (text: string): string =>
  Array.from(text, (letter) =>
    /[a-z]/.test(letter) ? String.fromCharCode(letter.charCodeAt(0) + 0xfee0) : letter,
  ).join('');
const bold = (text: string): string =>
  Array.from(text, (letter) =>
    /[a-z]/.test(letter) ? String.fromCodePoint(0x1d41a + letter.charCodeAt(0) - 97) : letter,
  ).join('');

const DISGUISES: readonly (readonly [string, string])[] = [
  ['capitals', 'UNDOCUMENTED'],
  ['Cyrillic letters', 'und\u043ecum\u0435nted'],
  ['Greek letters', 'un\u03b4\u03bfcumented'],
  ['wide letters', wide('undocumented')],
  ['mathematical bold', bold('undocumented')],
  ['zero-width space', 'undoc\u200bumented'],
  ['word joiner', 'undoc\u2060umented'],
  ['soft hyphens', 'un\u00addoc\u00adu\u00adment\u00aded'],
  ['combining marks', 'u\u0301ndocu\u0308mented'],
  ['accents', 'ündöcümentéd'],
  ['small capitals', 'ᴜɴᴅᴏᴄᴜᴍᴇɴᴛᴇᴅ'],
  ['circled letters', 'ⓤⓝⓓⓞⓒⓤⓜⓔⓝⓣⓔⓓ'],
  ['tag characters between', 'undoc\u{e0061}umented'],
  ['Hangul filler', 'undoc\u3164umented'],
  ['spelt out', 'u n d o c u m e n t e d'],
  ['hyphens between letters', 'u-n-d-o-c-u-m-e-n-t-e-d'],
  ['control characters', 'undoc\u0001umented'],
];

describe('disguised words', () => {
  it.each(DISGUISES)('%s', (_, word) => {
    const text = `Name taken. He is ${word} he said.`;
    const verdict = screen(text, 'narrative');
    expect(verdict.blocked).toBe(true);
    const [start = 0, end = 0] = verdict.spans[0] ?? [];
    expect(text.slice(start, end)).toBe(word);
  });

  it.each([
    'ＩＣＥ detainer',
    'І\u0421Е hold',
    'gr\u0435en\u00a0card',
    'sin pap\u00e9les',
    'A\u2011012\u2011345\u2011678',
    'I\u2010247A',
    '🇮🇨🇪 hold',
    'Los dos son iIegaIes según el dueño.',
    'La van era del ІСЕ.',
    'He ran from 1.C.E. in May.',
    'subj ovr-st4yed, came for a wedding',
    'the p*ss*port was his',
    'order 0f rem0val in the file',
    'He heenteredillegally by Laredo.',
    'number A*208*117*940 on a note',
    'She screamed that he has nooooo papers.',
    'illegaaaallll',
    'said he is *nd*c*m*nt*d and left',
    'no. is A two zero four, one one three, eight eight zero',
  ])('%s', (text) => {
    expect(screen(text, 'narrative').blocked).toBe(true);
  });

  it('reads words that capitals part, and leaves those that mean something else', () => {
    expect(screen('Example-NoticeToAppear.docx', 'file-name').blocked).toBe(true);
    for (const text of ['NãoTemPapéis', 'NãoTemPapéis'.normalize('NFD'), 'TemOrdemDeDeportação'])
      expect(screen(text, 'narrative').blocked).toBe(true);
    expect(screen('MyPassport_drive_image.E01', 'file-name').blocked).toBe(false);
    expect(screen('Visto, Ana Exemplo', 'name').blocked).toBe(false);
  });

  it.each([
    'He is\u200bundocumented and lives here.',
    'El es\u200bilegal.',
    'Ele é\u200bilegal.',
    'Called\u200bICE about him.',
    'Called\u2800ICE about him.',
    'His visa\u200bexpired.',
    'He is\u3164undocumented.',
    'He is an illegal al\u2800ien.',
  ])('reads a sign that nobody sees as a space and as none: %#', (text) => {
    expect(screen(text, 'narrative').blocked).toBe(true);
  });

  it.each([
    ...['He is illegal2.', 'He is illegal1.', 'There were 2illegals in the van.', 'He was deported2x.', 'sinpapeles2'],
    ...['He is an alien1.', 'Called ICE2 about him.', 'sheisillegal', 'thisguyisanillegal', 'isillegal'],
    ...['Booked with icedetainer on file.', 'icehold', 'iceagent', 'iceagents', 'ICEcalled', 'visaoverstay'],
    ...['expiredvisa', 'he is ¡llegal', 'v¡sa expired', 'he is ilega£', 'he is undo¢umented', '¡CE called.'],
    ...['lCE called.', 'he is ill€gal', 'he is !!!egal', 'he is iiiegal', 'ДЕРОЯТЕD', 'ИNDOCUMENTED'],
  ])('reads figures at the edges, words run together and signs of other keyboards: %s', (text) => {
    expect(screen(text, 'narrative').blocked).toBe(true);
  });

  it.each(['code', 'file-name', 'alias', 'name', 'address'] as const)('reads figures at the edges in: %s', (field) => {
    for (const text of ['ILLEGAL1', 'Illegal2']) expect(screen(text, field).blocked).toBe(true);
  });

  it.each([
    ...[
      'illegal\u200bdumping',
      'black\u200bice',
      'Slipped on black\u2800ice.',
      'ICE2 train',
      'Alien3 poster',
      'Alien4',
    ],
    ...['visa2go', 'passport1', 'Visa1', 'citizen1', 'illegal parking2', 'unit 4alpha', 'policehold', 'serviceagents'],
    ...['officecalled', 'policedetainer', 'thisisillegal', '¡Alto! Policía.', '¿Illegal dumping?', '¡Legal, amigo!'],
    ...['¡Ilegal estacionarse aquí!', 'Paid £20 for ice.', 'lCD screen', 'ПИВО', 'ИРИНА ЯНОВСКАЯ', 'İstanbul'],
  ])('leaves what only looks so: %s', (text) => {
    expect(screen(text, 'narrative').blocked).toBe(false);
  });

  it('reads across line ends', () => {
    expect(screen('an illegal\n  alien', 'narrative').blocked).toBe(true);
  });
});

describe('offsets', () => {
  it('counts UTF-16 units of the text as given', () => {
    const text = '😀 José: Sr. Nuñez é un\u00addocumented 😀 ICE hold';
    const shown = screen(text, 'narrative').spans.map(([start, end]) => text.slice(start, end));
    expect(shown).toEqual(['un\u00addocumented', 'ICE hold']);
  });

  it('maps a letter that folds into two', () => {
    const folded = fold('aßb');
    expect(rangeOf(folded, 0, folded.text.length)).toEqual([0, 3]);
    expect(fold('ﬁx').text).toBe('fix');
    expect(rangeOf(fold('ﬁx'), 0, 2)).toEqual([0, 1]);
    expect(rangeOf(fold('ﬁx'), 2, 3)).toEqual([1, 2]);
  });

  it('keeps plain ASCII as it is but for its case', () => {
    expect(fold('Plain TEXT, 12:30\n')).toEqual({ text: 'plain text, 12:30\n', starts: null, ends: null });
    expect(compact(' C.T.Z. (Código) ')).toBe('ctzcodigo');
  });

  it('keep within the text where a letter is longer or shorter than it is folded, in each reading', () => {
    expect(screen('He said İNoGreenCard.', 'narrative').spans).toEqual([[11, 20]]);
    const words =
      'NoGreenCard|1llegal|i l e g a l|il-legal|depo rted|undocmented|illegal2|visa expired|aIien|¡CE called|ice';
    const odd = 'İ|ı|ß|ẞ|ﬁ|ŉ|ǰ|ΐ|K|ǅ|ﷺ|Ⅷ|㎏|🇮|𝐈|И|e\u0301|\u0307|\u200b|\u3164|\u2800|\u00ad|¡|€|2|.| '.split('|');
    const letter = fc.constantFrom(...words.split('|'), ...odd);
    const text = fc.array(fc.oneof(letter, letter, fc.string({ unit: 'grapheme', maxLength: 2 })), { maxLength: 9 });
    fc.assert(
      fc.property(text, (parts) => {
        const given = parts.join('');
        for (const { folded } of inDisguise(screenedText(given, 'narrative'))) {
          expect([folded.starts?.length, folded.ends?.length]).toEqual([folded.text.length, folded.text.length]);
          expect(folded.ends?.every((end, at) => end <= given.length && (folded.starts?.[at] ?? end) < end)).toBe(true);
        }
        for (const { start, end } of screen(given, 'narrative').findings)
          expect([start >= 0, start < end, end <= given.length]).toEqual([true, true, true]);
      }),
      { numRuns: 300 },
    );
  });

  it('bears broken text', () => {
    for (const text of ['\ud800', '\udc00ICE hold', 'ICE\0hold', ''])
      expect(() => screen(text, 'narrative')).not.toThrow();
  });

  it('merges spans that touch and sorts findings', () => {
    const verdict = screen('I-247A detainer, ICE detainer lodged; undocumented', 'narrative');
    const starts = verdict.findings.map((finding) => finding.start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    for (const [at, [start]] of verdict.spans.entries())
      expect(start).toBeGreaterThan(verdict.spans[at - 1]?.[1] ?? -1);
  });

  it.each([
    'Sooo cold that he shivered, nooo injuries',
    'Yelled "STOOOOP" and "heeelp" from the porch',
    'Goooal on the TV, Louis XIII in the AAA shirt',
    '* one item * two items * legal pad',
  ])('leaves what is drawn out or starred and means nothing of it: %s', (text) => {
    expect(screen(text, 'narrative').findings).toEqual([]);
  });
});
