import { describe, expect, test } from 'vitest';
import { readAsks } from '../../../policy/matters/asks.ts';

describe('what a request asks for is read from its words', () => {
  test.each([
    ['I-247A', ['hold', 'release-notice']],
    ['I-247X', ['transfer']],
    ['I-200 and an interview at the station', ['arrest', 'interview']],
    ['Wants us to hold him until they arrive', ['hold']],
    ['call us when she is released', ['release-notice']],
    ['asks to speak with a person in cell 2', ['interview']],
    ['wants booking photo and last address', ['information']],
    ['two units on the perimeter tomorrow', ['help']],
    ['lunch', []],
  ])('%s', (words, asks) => {
    expect(readAsks(words)).toEqual(asks);
  });
});
