import { expect, it } from 'vitest';
import { TriageForm } from '../../../renderer/request/triage-form.svelte.ts';

it('keeps of a refused box its other sentences, else its last text that passed, also that which came back, and names it; a name goes as a whole', () => {
  const form = TriageForm.of({ priority: '1e', determinedBy: 'Counsel Placeholder' });
  form.claimBasis = 'As the paper says';
  expect(form.typed()).toMatchObject({ left: [], detail: { claimBasis: 'As the paper says' } });
  form.claimBasis = 'He is undocumented';
  form.determinedBy = 'He is undocumented';
  expect(form.typed()).toMatchObject({
    left: ['claimBasis', 'determinedBy'],
    detail: { claimBasis: 'As the paper says', determinedBy: 'Counsel Placeholder' },
  });
  expect(form.stands).toBe(false);
  form.claimBasis = 'As the fax says. He is undocumented. Called back at noon.';
  expect(form.typed()).toMatchObject({
    ...{ left: ['claimBasis', 'determinedBy'], partly: ['claimBasis'] },
    detail: { claimBasis: 'As the fax says. Called back at noon.', determinedBy: 'Counsel Placeholder' },
  });
  form.determinedBy = 'Counsel Placeholder of Boston. He is undocumented.';
  expect(form.typed()).toMatchObject({ partly: ['claimBasis'], detail: { determinedBy: 'Counsel Placeholder' } });
  form.determinedBy = '';
  expect(form.typed().detail['determinedBy']).toBeUndefined();
});
