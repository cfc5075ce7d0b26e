/** What kind of text is screened. Names and addresses may hold words that are a status only in a sentence (Ice, Visa). */
export const SCREEN_FIELDS = [
  'narrative',
  'property',
  'remarks',
  'medical',
  'address',
  'alias',
  'name',
  'charge-text',
  'reason',
  'file-name',
  'search',
  'title',
  'code',
  'agency',
] as const;
export type ScreenField = (typeof SCREEN_FIELDS)[number];

/**
 * What a finding is about:
 * `status-statement` says what somebody's status is; `identifier` a number given to foreign nationals; `form` an
 * immigration form by number; `document` a passport, visa or card; `removal` deportation and the like;
 * `immigration-offense` an offense of immigration law outside the charge picker; `agency` an immigration agency;
 * `detainer` its hold or civil warrant; `code` a coded value that means any of these; `proxy` birth, country,
 * nationality and other hints; `sentence` a sentence that tells it by its words together, where no phrase of the lists
 * does.
 */
export const SCREEN_CATEGORIES = [
  'status-statement',
  'identifier',
  'form',
  'document',
  'removal',
  'immigration-offense',
  'agency',
  'detainer',
  'code',
  'proxy',
  'sentence',
] as const;
export type ScreenCategory = (typeof SCREEN_CATEGORIES)[number];

/** `start` and `end` are UTF-16 offsets into the text as given. */
export interface Finding {
  readonly category: ScreenCategory;
  /** Clause of the policy, as printed. */
  readonly clause: string;
  readonly start: number;
  readonly end: number;
  readonly action: 'block' | 'warn';
}

/** `spans` are the blocked ranges, in order and merged; warnings stand in `findings` alone. */
export interface Verdict {
  readonly blocked: boolean;
  readonly spans: readonly (readonly [number, number])[];
  readonly findings: readonly Finding[];
}

function merge(ranges: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const merged: [number, number][] = [];
  for (const [start, end] of ranges) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** Of a text in which nothing was found. */
export const NOTHING_FOUND: Verdict = { blocked: false, spans: [], findings: [] };

/** Of findings side by side, one for each place, category and action: several shapes of a number may hold at once. */
function isNew(finding: Finding, at: number, all: readonly Finding[]): boolean {
  for (let before = at - 1; before >= 0; before -= 1) {
    const other = all[before];
    if (other?.start !== finding.start || other.end !== finding.end) return true;
    if (other.category === finding.category && other.action === finding.action) return false;
  }
  return true;
}

/** A verdict from findings in any order, each once. */
export function verdictFrom(findings: readonly Finding[]): Verdict {
  if (findings.length === 0) return NOTHING_FOUND;
  const sorted = [...findings].sort((a, b) => a.start - b.start || a.end - b.end).filter(isNew);
  const blocks = sorted.filter((finding) => finding.action === 'block');
  return {
    blocked: blocks.length > 0,
    spans: merge(blocks.map((finding): readonly [number, number] => [finding.start, finding.end])),
    findings: sorted,
  };
}
