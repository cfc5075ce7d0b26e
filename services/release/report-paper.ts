import type { CountedReport } from '../../contract/report.ts';
import { facts, text, type ReleaseDocument } from './document.ts';

/** `requests-by-agency` as words. */
const worded = (id: string): string => `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`;

/** A counted report as a paper: figures, what is nought, and the head that it was counted under. */
export function reportPaper(report: CountedReport): ReleaseDocument {
  const counted = report.figures.filter(({ count }) => count > 0);
  const figures = counted.map(({ id, count, parts }) => {
    const of = Object.entries(parts).map(([part, many]) => `${part}: ${String(many)}`);
    return [worded(id), [String(count), ...of].join('\n')] as const;
  });
  const { head } = report;
  const under =
    head === null
      ? []
      : [
          facts('Counted under', [
            ['Entries', String(head.size)],
            ['Root', head.root],
          ]),
        ];
  return {
    name: `report-${report.from}-to-${report.to}`,
    title: `Report, ${report.from} to ${report.to}`,
    sections: [
      ...(figures.length > 0 ? [facts('Figures', figures)] : []),
      text('Certified to be nought', report.zero.map(worded).join(', ')),
      ...under,
      text('Whom it names', 'Nobody: numbers of records only.'),
    ],
    columns: ['figure', 'part', 'count'],
    lines: report.figures.flatMap(({ id, count, parts }) => [
      [id, '', count],
      ...Object.entries(parts).map(([part, many]) => [id, part, many]),
    ]),
    json: report,
    more: [],
  };
}
