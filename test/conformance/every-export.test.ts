// Everything that leaves a station (the published vectors that hold), judged by programs that are not ours. Debian:
// apt-get install poppler-utils qpdf mupdf-tools gnutls-bin libnss3-tools jose python3-jwcrypto unzip
// What a machine lacks is skipped, and named; openssl is asked everywhere.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readZip } from '../../proof/verify/zip.ts';
import { FORMAT } from '../format/vector.ts';
import { has, run, type Ran } from '../support/outside-program.ts';

const GOOD = join(FORMAT, 'good');
const work = mkdtempSync(join(tmpdir(), 'sallyport-exports-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const found = (ending: string): readonly string[] =>
  readdirSync(GOOD, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending) && basename(dirname(path)) !== 'pdf' && basename(dirname(path)) !== 'proof')
    .map((path) => join(GOOD, path));
const kindOf = (path: string): string => path.slice(GOOD.length + 1).split('/', 1)[0] ?? '';

interface Paper {
  readonly kind: string;
  readonly pdf: string;
  readonly root: string;
  readonly signing: string;
}

const papers: Paper[] = [];
const paperOf = (kind: string, pdf: string): Paper => ({
  ...{ kind, pdf, root: join(dirname(pdf), 'station-root.pem'), signing: join(dirname(pdf), 'station-signing.pem') },
});

beforeAll(async () => {
  for (const pdf of found('.pdf')) papers.push(paperOf(kindOf(pdf), pdf));
  const files = await readZip(readFileSync(found('.zip')[0] ?? ''));
  if ('ok' in files) throw new Error(files.detail);
  const [last = ''] = [...files.keys()].filter((name) => name.endsWith('.pdf')).slice(-1);
  for (const name of [last, ...['root', 'signing'].map((one) => `${dirname(last)}/station-${one}.pem`)])
    writeFileSync(join(work, basename(name)), files.get(name) ?? '');
  papers.push(paperOf('batch', join(work, basename(last))));
});

/** What each paper's judge says, by the kind of the paper. */
const each = (judge: (paper: Paper) => Ran): Record<string, string> =>
  Object.fromEntries(papers.map((paper) => [paper.kind, judge(paper).text]));
const all = (said: unknown): Record<string, unknown> => Object.fromEntries(papers.map(({ kind }) => [kind, said]));

describe('each PDF that leaves: records, one without a part, out of a batch, papers', { timeout: 120_000 }, () => {
  it('is accepted by openssl and a shell, to the last byte', () => {
    expect(papers.map(({ kind }) => kind).sort()).toEqual(
      ['batch', 'clerk-packet', 'daily-log', 'record', 'redacted', 'report', 'town'].sort(),
    );
    const script = join(import.meta.dirname, 'verify-pdf.sh');
    const at = String(Date.parse('2026-11-25T07:00:00Z') / 1_000);
    // Records are judged with all that comes with them in mutations.test.ts.
    for (const { kind, pdf, signing, root } of papers.filter((paper) => !/^(re[cd]|town)/.test(paper.kind)))
      expect([kind, run('sh', [script, pdf, signing, root, at]).text]).toEqual([
        kind,
        'ok: one signature over the whole PDF\n',
      ]);
    // Signed later than the others, with a chain of its own: the script takes the time from the record.
    const town = dirname(papers.find(({ kind }) => kind === 'town')?.pdf ?? '');
    expect(run('sh', [join(import.meta.dirname, 'verify-copy.sh'), town])).toMatchObject({ status: 0 });
  });

  it.skipIf(!has('pdfsig') || !has('certutil'))(
    'is trusted by pdfsig (skipped without poppler-utils, libnss3-tools)',
    () => {
      const store = `sql:${mkdtempSync(join(work, 'nss-'))}`;
      run('certutil', ['-N', '-d', store, '--empty-password']);
      // All but one are of one station; that one is under the root of its town.
      for (const kind of ['record', 'town']) {
        const root = papers.find((paper) => paper.kind === kind)?.root ?? '';
        run('certutil', ['-A', '-d', store, '-n', kind, '-t', 'CT,C,C', '-i', root]);
      }
      const said = each(({ pdf }) => run('pdfsig', ['-nssdir', store, pdf]));
      for (const text of Object.values(said)) {
        expect(text).toContain('Total document signed');
        expect(text).toContain('Signature is Valid.');
        expect(text).not.toContain('Signature #2');
        expect(text).toMatch(/Certificate is Trusted|Certificate has Expired/);
      }
    },
  );

  it.skipIf(!has('mutool'))('is unchanged to mutool (skipped without mupdf-tools)', () => {
    const sentence: unknown = expect.stringContaining('The document is unchanged since signing.');
    expect(each(({ pdf }) => run('mutool', ['sign', '-v', pdf]))).toEqual(all(sentence));
  });

  it.skipIf(!has('qpdf'))('is sound to qpdf (skipped without qpdf)', () => {
    const sentence: unknown = expect.stringContaining('No syntax or stream encoding errors found');
    expect(each(({ pdf }) => run('qpdf', ['--check', pdf]))).toEqual(all(sentence));
  });

  it.skipIf(!has('certtool'))('has certificates that certtool takes (skipped without gnutls-bin)', () => {
    const said = each(({ signing, root }) => {
      const chain = join(work, 'chain.pem');
      writeFileSync(chain, `${readFileSync(signing, 'utf8')}${readFileSync(root, 'utf8')}`);
      return run('certtool', ['--verify', '--load-ca-certificate', root, '--infile', chain]);
    });
    // It goes by the clock of the machine; these certificates end in 2029.
    expect(said).toEqual(all(expect.stringMatching(/Chain verification output: Verified\.|expired certificate/)));
  });
});

const DECODED = `import sys
from jwcrypto import jwk, jws
token = jws.JWS()
token.deserialize(open(sys.argv[1]).read())
token.verify(jwk.JWK.from_pem(open(sys.argv[2], 'rb').read()))
print('ok')`;
const PYTHON = '/usr/bin/python3';
const hasJwcrypto = has(PYTHON) && run(PYTHON, ['-c', 'import jwcrypto']).status === 0;

/** Each record that leaves, as the JWS that it begins with, and the certificate beside it. */
const records = found('record.sd-jwt').map((path) => ({
  name: kindOf(path),
  jws: readFileSync(path, 'latin1').split('~', 1)[0] ?? '',
  signing: join(dirname(path), 'station-signing.pem'),
}));

describe('each record that leaves', () => {
  const laid = ({ name, jws }: (typeof records)[number]): string => {
    const file = join(work, `${name}.jws`);
    writeFileSync(file, jws);
    return file;
  };

  it.skipIf(!has('jose'))('is accepted by latchset jose (skipped without jose)', () => {
    expect(records.length).toBeGreaterThan(3);
    for (const record of records) {
      const key = join(work, 'key.jwk');
      const { publicKey } = new X509Certificate(readFileSync(record.signing));
      writeFileSync(key, JSON.stringify(publicKey.export({ format: 'jwk' })));
      expect([record.name, run('jose', ['jws', 'ver', '-i', laid(record), '-k', key, '-O-']).status]).toEqual([
        record.name,
        0,
      ]);
    }
  });

  it.skipIf(!hasJwcrypto)('is accepted by jwcrypto (skipped without python3-jwcrypto)', () => {
    for (const record of records)
      expect([record.name, run(PYTHON, ['-c', DECODED, laid(record), record.signing]).text]).toEqual([
        record.name,
        'ok\n',
      ]);
  });
});
