import { describe, expect, it } from 'vitest';
import { clearContact } from '../../../policy/gate.ts';

describe('a word of a contact', () => {
  it.each(['ICE', 'ERO Boston field office', 'Immigration and Customs Enforcement', 'Detainer I-247A came by fax'])(
    'may name the agency and its papers: %s',
    (text) => {
      expect(clearContact(text)).toMatchObject({ ok: true, value: text });
    },
  );

  it.each(['ICE, about an illegal alien', 'He is undocumented', 'Visa overstay', 'A012345678', 'Broken \ud800'])(
    'may not tell a status: %s',
    (text) => {
      expect(clearContact(text).ok).toBe(false);
    },
  );
});
