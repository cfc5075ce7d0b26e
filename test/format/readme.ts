import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allVectors, FORMAT } from './vector.ts';

const HEAD = `# Test vectors of the format

For whoever writes a verifier of their own by [../format.md](../format.md): files as a station hands them out, and files with one thing wrong. Each folder here is one vector. Its \`vector.json\` says what to make of it:

| member | what |
|---|---|
| \`what\` | what it is |
| \`give\` | the paths that are handed to the verifier together |
| \`root\` | the fingerprint of the root, which the recipient knows: the station's certificate, or that of a town's authority |
| \`checkpoint\` | a head of the log that is trusted: the one handed in must have grown from it |
| \`crl\` | the station's list of certificates that it called back |
| \`ok\` | whether all checks hold |
| \`fails\` | which checks fail, the first one first, with the words of Sallyport; yours may be others |

A verifier is right when it gives every \`ok\`. People and keys are made up; the private keys are forgotten. \`node test/format/make.ts\` makes all of it anew, and \`test/conformance/format-vectors.test.ts\` judges it with each test run.

| vector | what it is |
|---|---|
`;

/** The list of the vectors, for people. */
export function writeReadme(): void {
  const rows = allVectors().map(({ name, what }) => `| \`${name}\` | ${what} |\n`);
  writeFileSync(join(FORMAT, 'README.md'), `${HEAD}${rows.join('')}`);
}
