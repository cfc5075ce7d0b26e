// `npm run check`: types of each room, lint, import rules, unused code, format.
import { runSteps } from './check/run-steps.ts';
import { STEPS } from './check/steps.ts';

const { failed } = await runSteps(STEPS);
process.exitCode = failed === 0 ? 0 : 1;
