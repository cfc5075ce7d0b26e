// The answer to a request for public records, of a made-up station, and the same with something wrong.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { PROOF_FILE } from '../../proof/bundle.ts';
import { textOf } from '../../proof/bytes.ts';
import { readLogProof } from '../../proof/tlog-proof.ts';
import { readZip } from '../../proof/verify/zip.ts';
import { book, DECLINED } from '../support/booked.ts';
import { openDesk } from './from-station.ts';
import { zipOf } from './refused-files.ts';
import { writeVector } from './vector.ts';

/** One record goes out without whom it is about, others stay in the house, one of them about somebody under 18. */
async function answered(): Promise<{ readonly name: string; readonly zip: Uint8Array; readonly root: string }> {
  const { desk, out, root } = await openDesk();
  const kept = (await desk.done('notification.list', {})).map(({ number }) => number).sort();
  for (const fields of [{ last_name: 'Fictional' }, { last_name: 'Young', dob: '2010-02-02' }]) {
    const bookingId = await book(desk, { fields });
    await desk.done('notification.record', { ...DECLINED, bookingId });
  }
  const { file } = await desk.done('release.package', {
    ...{ from: '2026-11-01', to: '2026-11-30', folder: out, audience: 'Alex Requester', reference: 'R-2026-12' },
    ...{ receivedOn: '2026-11-20', leaveOut: [{ name: 'person', reason: 'privacy' }] },
    withhold: kept.map((number) => ({ number, reason: 'investigatory' as const })),
  });
  const zip = readFileSync(file);
  await desk.remove();
  return { name: basename(file), zip, root };
}

export async function publicRecordsVectors(): Promise<void> {
  const { name, zip, root } = await answered();
  const files = await readZip(zip);
  if ('ok' in files) throw new Error(files.detail);
  const index = basename(name, '.zip');
  const table = `${index}/${index}.csv`;
  const given = { give: [name], root };
  const [proof = new Uint8Array()] = [...files].filter(([path]) => path.endsWith(PROOF_FILE)).map(([, one]) => one);
  const head = readLogProof(textOf(proof))?.checkpoint ?? '';
  await writeVector(
    {
      name: 'good/public-records',
      what: 'The answer to a request for public records: copies, the daily log, and an index of what is there and what is not. Held against a head of the log, which its records bring and its papers do not.',
      ...given,
      checkpoint: 'checkpoint.txt',
    },
    { [name]: zip, 'checkpoint.txt': head },
  );
  const changed = (path: string, content: Uint8Array): Uint8Array =>
    path === table ? Buffer.concat([content, Buffer.from('1\r\n')]) : content;
  const wrong = [
    {
      kind: 'no-index',
      what: 'The answer to a request for public records, without its index.',
      expected: `${name}: manifest`,
      left: [...files].filter(([path]) => !path.startsWith(`${index}/`)),
    },
    {
      kind: 'table-changed',
      what: 'The answer to a request for public records, with one line more in the table of its index.',
      expected: `${index}: ${index}.csv`,
      left: [...files].map(([path, content]): readonly [string, Uint8Array] => [path, changed(path, content)]),
    },
  ];
  for (const { kind, left, ...told } of wrong)
    await writeVector({ name: `refused/public-records-${kind}`, ...told, ...given }, { [name]: zipOf(left) });
}
