// Puts in place all that the tests of the window need.
import { printStep } from './electron-host/log.ts';
import { makeReady } from './ready.ts';

await makeReady(printStep);
