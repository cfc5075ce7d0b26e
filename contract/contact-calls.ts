// Calls about whom the desk may have to call.
import { ROLES } from '../policy/people.ts';
import { entry, nothing } from './call.ts';
import { contactVersionInput, saveContactInput, type Contact } from './contact.ts';

const SUPERVISORS = ['supervisor', 'chief'] as const;

export const CONTACT_CALLS = {
  'contact.list': entry(ROLES, nothing),
  'contact.save': entry(SUPERVISORS, saveContactInput),
  'contact.check': entry(SUPERVISORS, contactVersionInput),
  'contact.retire': entry(SUPERVISORS, contactVersionInput),
} as const;

export interface ContactOutputs {
  'contact.list': readonly Contact[];
  'contact.save': Contact;
  'contact.check': Contact;
  'contact.retire': Contact;
}
