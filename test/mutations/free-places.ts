/** Places that no promise covers, by their names in docs/format.md: a change there may pass, with every judge alike. */
export const FREE_PLACES = [
  'record: parts left out',
  'record: order of the parts',
  'twin of a signature',
  'a later proof of the same record',
  'proof: lines of others under the head',
  'proof: an extra line',
  'zip: versions',
  'zip: time and date of a file',
  'zip: attributes of a file',
  'zip: order and packing of the files',
  'zip: without its list',
  'verify.html',
  'files of other names',
] as const;
export type FreePlace = (typeof FREE_PLACES)[number];
