import type { Account, Enrolled, Enrolling, RecoveryCodes, Settings } from './account.ts';
import { beginFactorInput, changePassphraseInput, codeInput, renewCodesInput, settingInput } from './account.ts';
import { accountReviewInput, type AccountReview, type AccountsToReview } from './account-review.ts';
import { entry, nothing } from './call.ts';
import { personIdInput, personInput } from './session.ts';
import { addKeyInput, beginKeyInput, removeKeyInput, type KeyToMake, type OwnFactors } from './security-key.ts';
import { ROLES, type Person } from '../policy/people.ts';

const KEEPERS = ['chief', 'administrator'] as const;

/** Who may sign in, and how they prove themselves. */
export const ACCOUNT_CALLS = {
  'factor.get': entry(ROLES, nothing),
  // These four also serve whoever must set a factor up before anything else; the service sees that the screen is not locked.
  'factor.begin': entry('signed-in', beginFactorInput),
  'factor.confirm': entry('signed-in', codeInput),
  'factor.beginKey': entry('signed-in', beginKeyInput),
  'factor.addKey': entry('signed-in', addKeyInput),
  'factor.removeKey': entry(ROLES, removeKeyInput),
  'factor.renewCodes': entry(ROLES, renewCodesInput),
  'factor.hideCodes': entry(ROLES, nothing),
  'factor.remove': entry(KEEPERS, personIdInput),
  'session.changePassphrase': entry(ROLES, changePassphraseInput),
  'people.list': entry(KEEPERS, nothing),
  'people.add': entry(KEEPERS, personInput),
  'people.deactivate': entry(KEEPERS, personIdInput),
  'people.letIn': entry(KEEPERS, personIdInput),
  'people.review': entry(KEEPERS, nothing),
  'people.signReview': entry(['chief'], accountReviewInput),
  'settings.get': entry(ROLES, nothing),
  'settings.save': entry(['chief'], settingInput),
} as const;

export interface AccountOutputs {
  'factor.get': OwnFactors;
  'factor.begin': Enrolling;
  'factor.confirm': Enrolled;
  'factor.beginKey': KeyToMake;
  'factor.addKey': Enrolled;
  'factor.removeKey': null;
  'factor.renewCodes': RecoveryCodes;
  'factor.hideCodes': null;
  'factor.remove': null;
  'session.changePassphrase': null;
  'people.list': readonly Account[];
  'people.add': Person;
  'people.deactivate': Person;
  'people.letIn': null;
  'people.review': AccountsToReview;
  'people.signReview': AccountReview;
  'settings.get': Settings;
  'settings.save': Settings;
}
