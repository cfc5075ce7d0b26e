import type { CopyPreview } from '../../contract/export-calls.ts';
import type { FoundRecord } from './find-records.ts';
import { openContent } from './open-record.ts';
import { contentSections, type LeftOut } from './pdf/record-paper.ts';
import { recordWords } from './pdf/record-words.ts';
import { leaving } from './sdjwt.ts';

interface Told {
  readonly audience: string;
  readonly purpose: string;
  readonly leftOut: readonly LeftOut[];
  readonly issuedAt: Date;
}

/** What a copy would say, made by the same code as the copy itself. */
export function previewOf({ leaf, disclosures }: FoundRecord, { leftOut, ...told }: Told): CopyPreview {
  const shown = leaving({ disclosures, leaveOut: leftOut.map(({ name }) => name) });
  const { entry, parts } = openContent(leaf, shown);
  const number = recordWords.numberToCome;
  return {
    sections: contentSections({ ...told, number, parts, leftOut, digests: entry._sd.length }),
    parts: parts.map(({ name, value }) => ({ name, json: JSON.stringify(value, null, 2) })),
    entry: JSON.stringify(JSON.parse(Buffer.from(leaf).toString('utf8')), null, 2),
  };
}
