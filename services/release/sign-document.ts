import { csv } from '../../policy/report/csv.ts';
import { stamp as timeStamp } from '../clock.ts';
import type { Signer } from '../export/make-copy.ts';
import { recordWords } from '../export/pdf/record-words.ts';
import { momentWords } from '../export/pdf/value-words.ts';
import { releaseFiles, type ReleaseFiles } from '../export/write-release.ts';
import { facts, text, type ReleaseDocument, type ReleaseSpan } from './document.ts';

/** Who hands a paper out to whom, and when. */
export interface ToldOfPaper extends ReleaseSpan {
  /** Name of the station. */
  readonly station: string;
  readonly audience: string;
  readonly purpose: string;
  readonly issuedAt: Date;
  /** At the head of each page. */
  readonly stamp?: string | undefined;
}

/** The files of a paper that leaves: the signed PDF, the same as JSON and CSV, the certificates. */
export async function signDocument(made: ReleaseDocument, told: ToldOfPaper, signer: Signer): Promise<ReleaseFiles> {
  const { station, audience, purpose, from, to, issuedAt, stamp } = told;
  const { name, title, sections, columns, lines, json, more } = made;
  const about = facts(recordWords.copy, [
    [recordWords.audience, audience],
    [recordWords.purpose, purpose],
    ['Days', `${from} to ${to}`],
    [recordWords.issuedAt, momentWords(issuedAt)],
  ]);
  const how = text(
    recordWords.how,
    'The signature covers this whole file with the files in it. pdfsig shows it, once, as “Signature is Valid” beside “Total document signed”; the certificates lie beside the file. The same table lies beside it for spreadsheets and for programs.',
  );
  const document = { station, issuedAt: timeStamp(issuedAt), audience, purpose, title, content: json };
  const subtitle = `${station} · ${name}`;
  return releaseFiles({
    name,
    paper: { title, subtitle, number: name, issuedAt, stamp, sections: [about, ...sections, how] },
    files: [
      [`${name}.json`, `${JSON.stringify(document, null, 2)}\n`],
      [`${name}.csv`, csv([columns, ...lines])],
      ...more,
    ],
    ...signer,
  });
}
