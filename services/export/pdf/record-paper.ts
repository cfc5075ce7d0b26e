import { X509Certificate } from 'node:crypto';
import { readCheckpoint } from '../../../proof/checkpoint.ts';
import { readNote } from '../../../proof/note-text.ts';
import { readLogProof } from '../../../proof/tlog-proof.ts';
import type { JsonValue } from '../json-value.ts';
import { isStationRoot } from '../../../proof/verify/certificate-name.ts';
import { openRecord, type OpenedRecord } from '../open-record.ts';
import { RECORD_SHAPE } from '../whitelist.ts';
import type { Attachment, Block, Paper, Section } from './paper.ts';
import { recordWords as words } from './record-words.ts';
import { momentWords, nameWords, personName, valueWords } from './value-words.ts';

/** A group that a copy goes without, and why. */
export interface LeftOut {
  readonly name: string;
  /** In words. */
  readonly reason: string;
}

export interface RecordToPrint {
  readonly record: string;
  /** Text of the proof that the record is in the log. */
  readonly logProof: string | undefined;
  /** What the copy is for. */
  readonly purpose: string;
  readonly leftOut: readonly LeftOut[];
  /** At the head of each page. */
  readonly stamp?: string | undefined;
  readonly attachments: readonly Attachment[];
}

type Fact = readonly [label: string, value: string];

function isObject(value: JsonValue): value is { readonly [name: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** In the order of the whitelist, which is the one that reads best; the record itself is sorted by letters. */
function ordered(value: { readonly [name: string]: JsonValue }): readonly (readonly [string, JsonValue])[] {
  const places = JSON.stringify(RECORD_SHAPE);
  const place = (name: string): number => places.indexOf(`"${name}":`);
  return Object.entries(value).sort(([one], [other]) => place(one) - place(other));
}

/** Facts of one group; what has facts of its own is spread out. */
function factsOf(value: JsonValue): readonly Fact[] {
  if (!isObject(value)) return [];
  return ordered(value).flatMap(([name, member]): readonly Fact[] => {
    if (name === 'facts') return factsOf(member);
    const shown = name === 'name' ? (personName(member) ?? valueWords(member)) : valueWords(member);
    return [[nameWords(name), shown]];
  });
}

function blocksOf(value: JsonValue): readonly Block[] {
  if (!Array.isArray(value)) return [{ kind: 'facts', facts: factsOf(value) }];
  const charges: readonly JsonValue[] = value;
  return charges.map((charge) => ({ kind: 'facts', facts: factsOf(charge) }));
}

function groupSections({ parts }: ToldContent): readonly Section[] {
  return Object.keys(RECORD_SHAPE).flatMap((group) => {
    const value = parts.find(({ name }) => name === group)?.value;
    const heading = Object.entries(words.groups).find(([name]) => name === group)?.[1] ?? group;
    return value === undefined ? [] : [{ heading, blocks: blocksOf(value) }];
  });
}

function copySection({ number, audience, purpose, issuedAt }: ToldContent): Section {
  const facts: readonly Fact[] = [
    [words.number, number],
    [words.audience, audience],
    [words.purpose, purpose],
    [words.issuedAt, momentWords(issuedAt)],
  ];
  return { heading: words.copy, blocks: [{ kind: 'facts', facts }] };
}

function leftOutSection({ digests, parts, leftOut }: ToldContent): Section {
  const hidden = digests - parts.length;
  const facts = leftOut.map(({ name, reason }): Fact => {
    const group = Object.entries(words.groups).find(([one]) => one === name)?.[1] ?? name;
    return [group, reason];
  });
  const named: readonly Block[] =
    facts.length === 0
      ? []
      : [
          { kind: 'facts', facts },
          { kind: 'text', text: words.leftOutNote },
        ];
  return { heading: words.leftOut, blocks: [...named, { kind: 'text', text: words.notShown(hidden) }] };
}

/** What a page tells of a record and of the copy itself: all that differs from one copy to the next. */
export interface ToldContent extends Pick<OpenedRecord, 'parts' | 'issuedAt'> {
  /** Export number. */
  readonly number: string;
  readonly audience: string;
  readonly purpose: string;
  readonly leftOut: readonly LeftOut[];
  /** Of how many parts the signed entry holds a digest. */
  readonly digests: number;
}

export function contentSections(told: ToldContent): readonly Section[] {
  return [copySection(told), ...groupSections(told), leftOutSection(told)];
}

function ledgerSection({ entry }: OpenedRecord, { logProof }: RecordToPrint): Section {
  const note = logProof === undefined ? undefined : readNote(readLogProof(logProof)?.checkpoint ?? '');
  const head = note === undefined ? undefined : readCheckpoint(note.text);
  const place: readonly Fact[] = [
    [words.log, entry.log],
    [words.seq, String(entry.seq)],
  ];
  if (head === undefined)
    return {
      heading: words.ledger,
      blocks: [
        { kind: 'facts', facts: place },
        { kind: 'text', text: words.noProof },
      ],
    };
  const facts: readonly Fact[] = [
    ...place,
    [words.size, String(head.size)],
    [words.root, Buffer.from(head.root).toString('base64')],
  ];
  return { heading: words.ledger, blocks: [{ kind: 'facts', facts }] };
}

function signerSection({ header, root }: OpenedRecord): Section {
  const { fingerprint256, subject } = new X509Certificate(root);
  const [, name = ''] = /^CN=(.*)$/m.exec(subject) ?? [];
  const isOwn = header.x5c.length === 2 && (isStationRoot(name) || name === '');
  const note = isOwn ? words.signerNote : words.signerOfTown(name);
  const half = fingerprint256.length / 2;
  const fingerprint = `${fingerprint256.slice(0, half)}\n${fingerprint256.slice(half).replace(/^:/, '')}`;
  return {
    heading: words.signer,
    blocks: [
      { kind: 'code', text: fingerprint },
      { kind: 'text', text: note },
      { kind: 'facts', facts: [[words.key, header.kid]] },
    ],
  };
}

/** The pages of one record: what is in the record that is handed out, in words, and nothing that is not in it. */
export function recordPaper(print: RecordToPrint): Paper {
  const opened = openRecord(print.record);
  const { header, entry, issuedAt, parts } = opened;
  const station = parts.find(({ name }) => name === 'station')?.value;
  const name = station !== undefined && isObject(station) ? station['name'] : undefined;
  const text = (heading: string, said: string): Section => ({ heading, blocks: [{ kind: 'text', text: said }] });
  return {
    title: words.title,
    subtitle: words.subtitle(typeof name === 'string' ? name : header.iss, header.jti),
    number: header.jti,
    issuedAt,
    stamp: print.stamp,
    sections: [
      ...contentSections({
        ...print,
        parts,
        issuedAt,
        number: header.jti,
        audience: header.aud,
        digests: entry._sd.length,
      }),
      ledgerSection(opened, print),
      signerSection(opened),
      text(words.proves, words.provesText),
      text(words.how, words.howText),
    ],
    attachments: print.attachments,
  };
}
