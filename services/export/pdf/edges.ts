import type { Paper } from './paper.ts';
import { drawable, INK, STYLES, type Sheet } from './sheet.ts';

const FOOT = 34;
const STAMP_TOP = 24;
const STAMP_HEIGHT = 18;
const RULE = '#c9cdd3';

/** What a page was released under, at its head, in a frame of its own; the first section says the same to a screen reader. */
function drawStamp({ document, fonts, left, width }: Sheet, stamp: string): void {
  document.markContent('Artifact', { type: 'Pagination' });
  document.font(STYLES.stamp.font, STYLES.stamp.size).fillColor(STYLES.stamp.color);
  const text = { width: width - 12, height: STAMP_HEIGHT, ellipsis: true };
  document.text(drawable(fonts[STYLES.stamp.font], stamp), left + 6, STAMP_TOP + 4, text);
  document.strokeColor(INK).lineWidth(0.8);
  document.rect(left, STAMP_TOP, width, STAMP_HEIGHT).stroke();
  document.endMarkedContent();
}

/** Number and pages, which a screen reader leaves out. */
export function drawEdges(sheet: Sheet, { number, stamp }: Paper): void {
  const { document, left, width } = sheet;
  const { start, count } = document.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    const page = document.switchToPage(index);
    const y = page.height - FOOT;
    page.margins.bottom = 0;
    if (stamp !== undefined) drawStamp(sheet, stamp);
    document.markContent('Artifact', { type: 'Pagination' });
    document.strokeColor(RULE).lineWidth(0.5);
    document
      .moveTo(left, y - 8)
      .lineTo(left + width, y - 8)
      .stroke();
    document.font(STYLES.foot.font, STYLES.foot.size).fillColor(STYLES.foot.color);
    document.text(number, left, y, { width, lineBreak: false });
    document.text(`Page ${String(index + 1)} of ${String(count)}`, left, y, {
      width,
      lineBreak: false,
      align: 'right',
    });
    document.endMarkedContent();
  }
}
