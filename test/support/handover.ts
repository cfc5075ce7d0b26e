import type { Handed, HandedCounts, ToHandOver } from '../../contract/handover.ts';

/** What a page counts of what it was shown. */
export function shownOf(list: ToHandOver): HandedCounts {
  const count = (name: Handed): number => {
    const value = list[name];
    return typeof value === 'number' ? value : value.length;
  };
  return {
    inCustody: count('inCustody'),
    clocks: count('clocks'),
    unfinished: count('unfinished'),
    due: count('due'),
    drafts: count('drafts'),
    waiting: count('waiting'),
    keptApart: count('keptApart'),
  };
}
