import type { PepConviction } from '../../policy/matters/pep.ts';
import { words } from '../words/words.ts';

const text = words.request.pep;

/** One conviction, for reading: `2019-05-01 · Exampleton District Court · convicted · misdemeanor · …`. */
export function convictionLine(conviction: PepConviction): string {
  const { incident, court, outcome, level, statusElement, listed, daysToServe } = conviction;
  const parts = [
    incident === '' ? text.incidentUntold : incident,
    court,
    text.outcomes[outcome],
    level === 'unknown' ? text.levelUntold : text.levels[level],
    text.elementLines[statusElement],
    listed === 'none' ? '' : text.listedKinds[listed],
    daysToServe === null ? text.daysUntold : text.daysServed(String(daysToServe)),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
