// What an insider could do to the log of a station, and what the check must call it.
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { checkpointText } from '../../proof/checkpoint.ts';
import { signNote } from '../../proof/note.ts';
import { headPath } from '../../services/keys/station-files.ts';
import { headOf, meddle, type Copy } from './meddled-station.ts';
import { kindOf, withoutGuards as all, type Act, type Kind, type Line } from './tampering-kind.ts';

const { privateKey: foreign } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const BENT = `cast(replace(cast(leaf as text), 'sha-256', 'sha-255') as blob)`;
const HASHED = `update ledger_entry set leaf = ${BENT} where seq = 5000;
  update ledger_entry set leaf_hash = app_leaf_hash(leaf) where seq = 5000`;
const SHIFT = (from: number, by: number): string => `
  create temp table moved as select seq + ${String(by)} as seq, leaf, leaf_hash from ledger_entry where seq >= ${String(from)};
  delete from ledger_entry where seq >= ${String(from)};
  insert into ledger_entry (seq, leaf, leaf_hash) select seq, leaf, leaf_hash from moved order by seq;
  drop table moved;`;
const REGROWN = `with recursive grown (size, frontier) as (select 0, x''
    union all select size + 1, app_tree_grow(size, frontier, (select leaf_hash from ledger_entry where seq = size))
    from grown where size <= (select max(seq) from ledger_entry))
  update ledger_tree set (size, frontier) = (select size, frontier from grown order by size desc limit 1);`;
const LAST = '(select max(seq) from ledger_entry)';

const forgedNote = (copy: Copy): string => {
  const [origin = '', size = '', root = ''] = headOf(copy).split('\n');
  const head = { origin, size: Number(size), root: Buffer.from(root, 'base64') };
  return signNote(checkpointText(head), { name: origin, key: foreign, publicKey: createPublicKey(foreign) });
};

const only = (table: string, sql: string): Act => all(sql, table);

/** The entries themselves. */
const ENTRIES: readonly Line[] = [
  [
    'an entry is edited',
    ['entry-edited'],
    5_000,
    only('ledger_entry', `update ledger_entry set leaf = ${BENT} where seq = 5000`),
  ],
  ['an entry is edited with its hash', ['history-rewritten'], 4_864, only('ledger_entry', HASHED)],
  [
    'an entry is deleted',
    ['link-broken', 'entry-deleted', 'history-rewritten'],
    null,
    only('ledger_entry', 'delete from ledger_entry where seq = 5000'),
  ],
  [
    'an entry is deleted and later ones count one less',
    ['entry-deleted', 'disclosure-deleted', 'tail-cut', 'history-rewritten'],
    5_000,
    all(`delete from disclosure where seq >= 5000; delete from ledger_entry where seq = 5000; ${SHIFT(5_001, -1)}`),
  ],
  [
    'an entry is inserted and later ones count one more',
    ['entry-inserted', 'disclosure-deleted', 'entry-unproved', 'history-rewritten'],
    5_001,
    all(
      `delete from disclosure where seq >= 5000; ${SHIFT(5_000, 1)} insert into ledger_entry (seq, leaf, leaf_hash) select 5000, leaf, leaf_hash from ledger_entry where seq = 5001`,
    ),
  ],
  [
    'two entries are swapped',
    ['entries-swapped', 'disclosure-deleted', 'history-rewritten'],
    5_000,
    all(`delete from disclosure where seq in (5000, 7000);
    create temp table pair as select 12000 - seq as seq, leaf, leaf_hash from ledger_entry where seq in (5000, 7000);
    delete from ledger_entry where seq in (5000, 7000);
    insert into ledger_entry (seq, leaf, leaf_hash) select seq, leaf, leaf_hash from pair; drop table pair;`),
  ],
  [
    'the tail is cut',
    ['tail-cut'],
    null,
    all(`delete from disclosure where seq > ${LAST} - 3; delete from ledger_entry where seq > ${LAST} - 3`),
  ],
  [
    'the tail is cut, and the tree and the heads are made to fit',
    ['tail-cut'],
    null,
    all(
      `delete from disclosure where seq > ${LAST} - 3; delete from ledger_entry where seq > ${LAST} - 3; ${REGROWN} delete from checkpoint where size > ${LAST} + 1`,
    ),
  ],
  [
    'an entry is put at the end, beside the tree',
    ['entry-inserted', 'disclosure-deleted', 'entry-unproved'],
    10_010,
    only(
      'ledger_entry',
      `insert into ledger_entry (seq, leaf, leaf_hash) select seq + 1, leaf, leaf_hash from ledger_entry where seq = ${LAST}`,
    ),
  ],
];

/** What is kept of the log to prove it. */
const TREE: readonly Line[] = [
  [
    'a stored node is edited',
    ['node-edited'],
    768,
    only('ledger_node', 'update ledger_node set hash = zeroblob(32) where level = 8 and idx = 3'),
  ],
  [
    'a stored node is taken away',
    ['node-edited'],
    1_024,
    only('ledger_node', 'delete from ledger_node where level = 8 and idx = 4'),
  ],
  [
    'the edge of the tree is edited',
    ['frontier-edited'],
    null,
    only('ledger_tree', 'update ledger_tree set frontier = zeroblob(length(frontier))'),
  ],
  ['the edge of the tree is taken away', ['frontier-edited'], null, only('ledger_tree', 'delete from ledger_tree')],
  [
    'a signed head is forged',
    ['checkpoint-forged'],
    null,
    (copy) => {
      meddle(copy, `update checkpoint set note = '${forgedNote(copy)}' where id = (select max(id) from checkpoint)`, [
        'checkpoint',
      ]);
    },
  ],
  [
    'a signed head is kept with another root',
    ['checkpoint-edited'],
    null,
    only('checkpoint', 'update checkpoint set root = zeroblob(32) where id = 2'),
  ],
  [
    'the head beside the records is forged',
    ['head-forged'],
    null,
    (copy) => {
      writeFileSync(headPath(copy.folder), forgedNote(copy));
    },
  ],
  [
    'the head beside the records is missing',
    ['head-missing'],
    null,
    (copy) => {
      rmSync(headPath(copy.folder));
    },
  ],
];

/** Ways to tamper with the log. */
export function logTampering(): readonly Kind[] {
  return [...ENTRIES, ...TREE].map(kindOf);
}
