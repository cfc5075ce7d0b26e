// tlog-judge.ts record.sd-jwt record.tlog-proof station-signing.pem: what @sigstore/verify says, for judges.sh. Exit 1
// where it refuses.
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { entryOf, judgeByLibrary } from '../support/tlog-library.ts';

const [record = '', proof = '', certificate = ''] = process.argv.slice(2);
judgeByLibrary({
  entry: entryOf(readFileSync(record, 'latin1')),
  proof: readFileSync(proof, 'utf8'),
  key: new X509Certificate(readFileSync(certificate)).publicKey,
});
process.stdout.write('ok\n');
