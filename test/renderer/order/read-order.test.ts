import { describe, expect, it } from 'vitest';
import { ORDER_KINDS } from '../../../policy/order.ts';
import { ORDER_BOXES, readOrder } from '../../../renderer/order/read-order.ts';

const TODAY = '2026-11-28';
const PAPER = {
  ...{ kind: 'expunge', number: ' 2026-00412 ', section: '100K', orderedOn: '11/20' },
  ...{ court: 'Exampleton District Court', docket: '2612CR000417' },
};

describe('the paper of a court', () => {
  it('is read as the calls take it, and an empty reference is none', () => {
    const order = {
      kind: 'expunge',
      section: '100K',
      court: PAPER.court,
      docket: PAPER.docket,
      orderedOn: '2026-11-20',
    };
    expect(readOrder(PAPER, TODAY)).toEqual({ number: '2026-00412', order });
    expect(readOrder({ ...PAPER, reference: 'file 7' }, TODAY)).toMatchObject({ order: { reference: 'file 7' } });
  });

  it.each(['100k', 's. 100K', '276/100K', 'c.276 s.100 K', 'Section 100K'])('knows the section in %s', (section) => {
    expect(readOrder({ ...PAPER, section }, TODAY)).toMatchObject({ order: { section: '100K' } });
  });

  it('says which box cannot be read', () => {
    const wrong = readOrder({ ...PAPER, section: '100A', orderedOn: 'lately' }, TODAY);
    expect(wrong).toMatchObject([{ field: 'section', params: { why: 'not-the-section' } }, { field: 'orderedOn' }]);
  });

  it('has a box for every kind of order', () => {
    expect(ORDER_BOXES[0]).toMatchObject({ name: 'kind', options: ORDER_KINDS });
  });
});
