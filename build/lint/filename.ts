// File names say their subject: kebab-case for modules, PascalCase for components.
import { basename } from 'node:path';
import type { Rule } from 'eslint';

const MODULE = /^[a-z0-9]+([-.][a-z0-9]+)*\.ts$/;
const COMPONENT = /^[A-Z][A-Za-z0-9]*\.svelte$/;
const DRAWER = /^(utils?|helpers?|common|misc|shared|manager|.*-(utils?|helpers?|manager))$/;

/** What is wrong with a file's name, or null. */
function filenameFault(path: string): string | null {
  const name = basename(path);
  if (name.endsWith('.svelte'))
    return COMPONENT.test(name) ? null : 'Name a component in PascalCase, as BookingForm.svelte.';
  if (!MODULE.test(name)) return 'Name a file in kebab-case after its one main export, as booking-service.ts.';
  const subject = name.slice(0, name.indexOf('.'));
  return DRAWER.test(subject) ? `"${subject}" says nothing: name the file after its subject, as force-codes.ts.` : null;
}

export const filename: Rule.RuleModule = {
  meta: { type: 'suggestion', schema: [] },
  create: (context) => ({
    Program(node): void {
      const message = filenameFault(context.filename);
      if (message !== null) context.report({ node, message });
    },
  }),
};
