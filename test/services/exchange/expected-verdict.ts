import type { ImportRow } from '../../../policy/import-report.ts';
import type { Generated } from './make-bookings.ts';

type Verdicts = readonly (ImportRow['verdict'] | undefined)[];

export interface TextScore {
  readonly expected: number;
  readonly found: number;
  readonly false: number;
  readonly missed: ReadonlyMap<string, number>;
}

/** Whether a record still carries its status text: a resend has another reason of release. */
function carriesText({ kinds }: Generated): boolean {
  const resent = kinds.some((kind) => kind.startsWith('resend-of:'));
  return kinds.some((kind) => kind.startsWith('status-text:') && !(resent && kind === 'status-text:release'));
}

/** Records whose verdict does not follow from their kinds, given which of them the screen kept apart. */
export function countWrongVerdicts(records: readonly Generated[], verdicts: Verdicts): number {
  const seen = new Map<string, Set<string>>();
  const expected = records.map(({ kinds, record }, index) => {
    if (verdicts[index] === 'quarantined') return 'quarantined';
    return kinds.includes('dirty:0') ? 'failed' : identityVerdict(seen, String(record['source_record_id']), kinds);
  });
  return expected.filter((verdict, index) => verdict !== verdicts[index]).length;
}

function identityVerdict(seen: Map<string, Set<string>>, id: string, kinds: readonly string[]): string {
  const variant = kinds.some((kind) => kind.startsWith('resend-of:')) ? 'resent' : 'first';
  const variants = seen.get(id) ?? new Set<string>();
  seen.set(id, variants);
  if (variants.has(variant)) return 'duplicate';
  variants.add(variant);
  return variants.size > 1 ? 'updated' : 'accepted';
}

/** How many records with status text were kept apart, and how many without. */
export function scoreTexts(records: readonly Generated[], verdicts: Verdicts): TextScore {
  const carrying = records.filter(carriesText);
  const apart = new Set(records.filter((_, index) => verdicts[index] === 'quarantined'));
  const missed = new Map<string, number>();
  for (const record of carrying.filter((one) => !apart.has(one))) {
    const kind = record.kinds.find((one) => one.startsWith('status-text:')) ?? '';
    missed.set(kind, (missed.get(kind) ?? 0) + 1);
  }
  const found = carrying.filter((one) => apart.has(one)).length;
  return { expected: carrying.length, found, false: apart.size - found, missed };
}
