// Prints how many milliseconds the first text waits: the lists and weights are built with it.
import { stdout } from 'node:process';
import { warm } from '../../policy/screen/screen.ts';

const start = performance.now();
warm();
stdout.write((performance.now() - start).toFixed(1));
