// A town's certificate authority, played by openssl: what an authority does with a request, in files.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './outside-program.ts';

/** What the certificate of a signing key has to say, as lines of openssl's configuration. */
export const SIGNING = [
  'basicConstraints=critical,CA:FALSE',
  'keyUsage=critical,digitalSignature,nonRepudiation',
  'extendedKeyUsage=1.3.6.1.5.5.7.3.36,emailProtection',
  'subjectKeyIdentifier=hash',
  'authorityKeyIdentifier=keyid:always',
] as const;

const NAMES = ['subjectKeyIdentifier=hash', 'authorityKeyIdentifier=keyid:always'] as const;
const ISSUER = ['keyUsage=critical,keyCertSign,cRLSign', ...NAMES] as const;

/** How a certificate is issued. */
interface How {
  readonly extensions?: readonly string[];
  readonly days?: number;
  /** Name of the issuer's files. */
  readonly by?: string;
  /** Whom it names, where not whom the request does, as openssl takes it. */
  readonly subject?: string;
}

export class Town {
  readonly #folder: string;
  /** PEM of the root, on RSA, and of who issues for it, on P-384. */
  readonly root: string;
  readonly issuing: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.openssl('genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048', '-out', 'root.key');
    this.openssl(
      'req',
      '-new',
      '-key',
      'root.key',
      '-out',
      'root.csr',
      '-subj',
      '/O=Exampleton/CN=Exampleton Town Root',
    );
    const most = this.#extensions(['basicConstraints=critical,CA:TRUE,pathlen:1', ...ISSUER]);
    const self = ['-key', 'root.key', '-days', '3650', '-sha384', '-out', 'root.pem'];
    this.openssl('x509', '-req', '-in', 'root.csr', ...self, '-extfile', most);
    this.root = this.read('root.pem');
    this.openssl('ecparam', '-name', 'secp384r1', '-genkey', '-noout', '-out', 'issuing.key');
    this.issuing = this.issuer('issuing', 'Exampleton Issuing', [
      'basicConstraints=critical,CA:TRUE,pathlen:0',
      ...ISSUER,
    ]);
  }

  read(name: string): string {
    return readFileSync(join(this.#folder, name), 'utf8');
  }

  #extensions(lines: readonly string[]): string {
    writeFileSync(join(this.#folder, 'extensions.cnf'), `${lines.join('\n')}\n`);
    return 'extensions.cnf';
  }

  /** Runs openssl in the town's folder. @throws what it says where it fails */
  openssl(...args: readonly string[]): string {
    const { status, text } = run('openssl', args, this.#folder);
    if (status !== 0) throw new Error(`openssl ${args.join(' ')}: ${text}`);
    return text;
  }

  /** A certificate for a request; answers its PEM. */
  issue(request: string, { extensions = SIGNING, days = 365, by = 'issuing', subject }: How = {}): string {
    const issuer = ['-CA', `${by}.pem`, '-CAkey', `${by}.key`, '-CAcreateserial', '-days', String(days), '-sha384'];
    const extfile = ['-extfile', this.#extensions(extensions), '-out', 'answer.pem'];
    const named = subject === undefined ? [] : ['-subj', subject];
    this.openssl('x509', '-req', '-in', request, ...issuer, ...extfile, ...named);
    return this.read('answer.pem');
  }

  /** A certificate, by the root, of whoever holds the issuing key; its files get this name. */
  issuer(file: string, name: string, extensions: readonly string[] = []): string {
    this.openssl('req', '-new', '-key', 'issuing.key', '-out', `${file}.csr`, '-subj', `/O=Exampleton/CN=${name}`);
    const pem = this.issue(`${file}.csr`, { extensions, days: 1_800, by: 'root' });
    writeFileSync(join(this.#folder, `${file}.pem`), pem);
    writeFileSync(join(this.#folder, `${file}.key`), this.read('issuing.key'));
    return pem;
  }

  /** A root of another name, which holds the issuing key; its files get this name. */
  otherRoot(file: string, subject: string): string {
    const extensions = this.#extensions(['basicConstraints=critical,CA:TRUE', ...ISSUER]);
    this.openssl('req', '-new', '-key', 'issuing.key', '-out', `${file}.csr`, '-subj', subject);
    const self = ['-key', 'issuing.key', '-days', '3650', '-sha384', '-out', `${file}.pem`];
    this.openssl('x509', '-req', '-in', `${file}.csr`, ...self, '-extfile', extensions);
    writeFileSync(join(this.#folder, `${file}.key`), this.read('issuing.key'));
    return this.read(`${file}.pem`);
  }

  /** The list of what an issuer called back, with this certificate on it. */
  callBack(pem: string, { by = 'issuing', until = [] }: { by?: string; until?: readonly string[] } = {}): string {
    const at = (name: string): string => join(this.#folder, name);
    const how = ['database=index.txt', 'crlnumber=crlnumber', 'default_md=sha384', 'default_crl_days=30'];
    writeFileSync(at('back.pem'), pem);
    writeFileSync(at('index.txt'), '');
    writeFileSync(at('crlnumber'), '01\n');
    writeFileSync(at('ca.cnf'), ['[ca]', 'default_ca=town', '[town]', ...how, ''].join('\n'));
    const issuer = ['-config', 'ca.cnf', '-keyfile', `${by}.key`, '-cert', `${by}.pem`];
    this.openssl('ca', ...issuer, '-revoke', 'back.pem');
    this.openssl('ca', ...issuer, '-gencrl', ...until, '-out', 'town.crl');
    return this.read('town.crl');
  }
}
