import { describe, expect, it } from 'vitest';
import { createBoxForm } from '../../../renderer/matter/box-form.svelte.ts';
import type { MatterField } from '../../../policy/matters/matter.ts';

const NOW = new Date('2026-03-08T05:55:00Z');
const FIELDS: readonly MatterField[] = [
  { name: 'reason', type: 'text', about: 'plain', most: 400, required: true },
  { name: 'gangPart', type: 'flag', required: true },
  { name: 'asks', type: 'choices', options: ['hold', 'records'], required: false },
  { name: 'wish', type: 'choice', options: ['no-answer'], required: true, sealed: true },
  { name: 'at2', type: 'time', ahead: false, required: false },
];
function fill(form: ReturnType<typeof createBoxForm>, texts: Readonly<Record<string, string>>): void {
  for (const box of form.boxes) box.text = texts[box.field.name] ?? box.text;
}

describe('what may be kept of a form of boxes', () => {
  it('is nothing while nobody typed anything, also where something is known already', () => {
    expect(createBoxForm(FIELDS, { reason: 'Known before' }).typed(NOW)).toBeNull();
  });

  it('is what stands and passed the screen; a sealed choice never is, and what is left is named', () => {
    const form = createBoxForm(FIELDS);
    fill(form, { reason: 'He is undocumented', gangPart: 'no', wish: 'no-answer', at2: 'some day' });
    form.boxes[2]?.toggle('hold');
    const typed = form.typed(NOW);
    expect(typed).toMatchObject({ at: '2026-03-08T00:55:00-05:00', detail: { gangPart: false, asks: ['hold'] } });
    expect(Object.keys(typed?.detail ?? {})).toEqual(['gangPart', 'asks']);
    expect(typed?.left).toHaveLength(3);
    expect(form.boxes.map(({ problem }) => problem)).toEqual([null, null, null, null, null]);
  });

  it('is of a refused box its last text that passed, and nothing once it was emptied', () => {
    const form = createBoxForm(FIELDS);
    fill(form, { reason: 'He asked for his pills.' });
    form.typed(NOW);
    fill(form, { reason: 'He asked for his pills. He is und' });
    form.typed(NOW);
    fill(form, { reason: 'He asked for his pills. He is undocumented' });
    const typed = form.typed(NOW);
    expect(typed?.left).toEqual(['reason']);
    expect(typed?.detail['reason']).toMatch(/^He asked for his pills\./);
    expect(JSON.stringify(typed)).not.toMatch(/und/);
    expect(form.read(NOW)).toBeNull();
    fill(form, { reason: '' });
    form.typed(NOW);
    fill(form, { reason: 'He is undocumented' });
    expect(form.typed(NOW)?.detail).toEqual({});
  });

  it('is of a refused box its other sentences, those behind the refused one too, and nothing of a name', () => {
    const form = createBoxForm([...FIELDS, { name: 'taker', type: 'name', most: 120, required: false }]);
    fill(form, { reason: 'He asked twice. He is\nundocumented. Needs insulin.', taker: 'Sample. Undocumented' });
    const typed = form.typed(NOW);
    expect(typed).toMatchObject({ left: ['reason', 'taker'], partly: ['reason'] });
    expect(typed?.detail).toEqual({ reason: 'He asked twice. Needs insulin.' });
    fill(form, { reason: 'Needs insulin.', taker: '' });
    expect(form.typed(NOW)).toMatchObject({ left: [], partly: [], detail: { reason: 'Needs insulin.' } });
  });

  it('is of a refused box what was kept of it before, also where nobody rested since it came back', () => {
    const form = createBoxForm(FIELDS, {}, { detail: { reason: 'He asked twice.' } });
    fill(form, { reason: 'He is undocumented' });
    expect(form.typed(NOW)).toMatchObject({ detail: { reason: 'He asked twice.' }, left: ['reason'] });
  });

  it('comes back as it was typed, and goes again where somebody empties it', () => {
    const detail = { reason: 'He asked twice.', gangPart: true, asks: ['records'], at2: '2026-03-08T05:10:00.000Z' };
    const form = createBoxForm(FIELDS, {}, { at: '2026-03-08T05:45:00.000Z', detail });
    expect(form.boxes.map(({ text, picked }) => picked[0] ?? text)).toEqual([
      ...['He asked twice.', 'yes', 'records', '', '2026-03-08 00:10 -05:00'],
    ]);
    expect(form.at.text).toBe('2026-03-08 00:45 -05:00');
    expect(form.typed(NOW)?.detail).toMatchObject({ reason: 'He asked twice.', gangPart: true, asks: ['records'] });
    fill(form, { reason: '', gangPart: '', at2: '' });
    form.boxes[2]?.toggle('records');
    form.at.text = 'now';
    expect(form.typed(NOW)).toBeNull();
  });
});
