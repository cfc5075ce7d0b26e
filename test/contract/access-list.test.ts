import { resolve } from 'node:path';
import { format } from 'prettier';
import { expect, it } from 'vitest';
import { CALL_NAMES, type CallName } from '../../contract/call-names.ts';
import type { Access } from '../../contract/call.ts';
import { CALLS } from '../../contract/calls.ts';
import { ROLES, type Role } from '../../policy/people.ts';

const HEAD = `# Who may make which call

Made from \`contract/\`; \`npm test -- --project unit test/contract/access-list -u\` writes it anew, and the test fails where the two differ. That the station keeps to it is tested call by call and role by role in \`test/services/roles.test.ts\`: signed in, signed out and locked.

A call of the window or of the command line goes through this list before its input is read. A locked screen makes the calls marked “locked” and no others. While everybody must have a second factor, whoever has none makes these same calls until it is set up. What a role may reach within a call (own papers, records under a court's seal, bookings of minors) the service decides. Papers, answers, status and records under a seal open for a reason that the caller gives each time (\`why\`), and never without one.

`;

const accessOf = (name: CallName): Access => CALLS[name].access;

function mark(access: Access, role: Role): string {
  return typeof access === 'string' || access.includes(role) ? 'yes' : '';
}

function lineOf(name: CallName): string {
  const access = accessOf(name);
  const others = [access === 'anyone' ? 'yes' : '', typeof access === 'string' ? 'yes' : ''];
  return `| \`${name}\` | ${[...others, ...ROLES.map((role) => mark(access, role))].join(' | ')} |`;
}

it('the list of who may make which call is that of the contract', async () => {
  const titles = ['call', 'signed out', 'locked', ...ROLES];
  const table = [`| ${titles.join(' | ')} |`, `|${'---|'.repeat(titles.length)}`, ...CALL_NAMES.map(lineOf)];
  const text = await format(`${HEAD}${table.join('\n')}\n`, { parser: 'markdown', printWidth: 120 });
  await expect(text).toMatchFileSnapshot(resolve(import.meta.dirname, '../../docs/access.md'));
});
