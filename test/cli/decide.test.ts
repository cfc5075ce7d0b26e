import { spawn } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { MAIN, runCli } from './run-cli.ts';

const CASE = {
  id: 'c-17',
  at: '2026-03-08T01:40:00-05:00',
  act: 'notify-ice',
  ground: '2a',
  subject: { role: 'arrestee', age: 31 },
  custody: { inCustody: true, releaseEligibleAt: null, releasedAt: null },
  people: {
    decider: { id: 'u7', role: 'booking-officer' },
    cosigner: { id: 'u9', role: 'supervisor' },
    chief: { id: 'u1', role: 'chief' },
  },
  facts: { arrestingAgency: 'WPD', arrestedAt: '2026-03-08T00:55:00-05:00', offense: 'abdw' },
};
const ALLOWED =
  '{"id":"c-17","decision":"allow","ground":"2a","cite":"2(a)","missing":[],"contradicted":[],"due":[],"prompts":[],' +
  '"why":"2(a) permits a notice to federal immigration authorities and does not ask for it: the person was arrested by this department for a violent felony."}';

const lines = (...values: readonly unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('');

describe('sallyport decide', () => {
  test('answers the example of the promise to the letter', async () => {
    expect(await runCli(['decide'], { input: lines(CASE) })).toEqual({ code: 0, out: `${ALLOWED}\n`, err: '' });
  });

  test('ends with 0 whatever was refused', async () => {
    const { code, out } = await runCli(['decide'], {
      input: lines({ ...CASE, facts: { ...CASE.facts, arrestingAgency: 'MSP', offense: null } }),
    });
    expect(code).toBe(0);
    expect(out).toBe(
      '{"id":"c-17","decision":"refuse","ground":"2a","missing":["offense"],"contradicted":["arrestingAgency"],"due":[],"prompts":[],' +
        '"why":"2(a) does not hold: the arresting agency does not fit, and the offense is missing."}\n',
    );
  });

  test('answers a fault with its line or id, goes on, and ends with 1', async () => {
    const input = `{"id":"a"\n\n[]\n{"act":"detain"}\n${lines({ ...CASE, at: '2026-03-08T01:40:00' }, { ...CASE, note: 'Zanzibar' })}${JSON.stringify(CASE)}`;
    const { code, out, err } = await runCli(['decide'], { input });
    expect(out.split('\n')).toEqual([
      '{"id":null,"line":1,"error":"the line is not JSON"}',
      '{"id":null,"line":2,"error":"the line is not JSON"}',
      '{"id":null,"line":3,"error":"the line must be an object with an id"}',
      '{"id":null,"line":4,"error":"id: is missing"}',
      '{"id":"c-17","error":"at: must be a time with its offset, such as 2026-03-08T00:55:00-05:00"}',
      '{"id":"c-17","error":"note: is not a known name here"}',
      ALLOWED,
      '',
    ]);
    expect([code, err]).toEqual([1, '']);
  });

  test('takes a byte order mark, carriage returns and letters cut between two pieces', async () => {
    const input = `\uFEFF${lines({ ...CASE, id: 'é'.repeat(40_000) }, CASE).replaceAll('\n', '\r\n')}`;
    const { code, out } = await runCli(['decide'], { input });
    expect(code).toBe(0);
    expect(out.split('\n').map((line) => line.slice(0, 10))).toEqual([`{"id":"ééé`, '{"id":"c-1', '']);
  });

  test('screens the reasons with the real screen', async () => {
    const facts = { ...CASE.facts, offense: 'kidnapping', elementOfForce: 'He is undocumented and was uncooperative.' };
    const { out } = await runCli(['decide'], { input: lines({ ...CASE, facts }) });
    expect(out).toContain('"contradicted":["elementOfForce"]');
    expect(out).not.toContain('undocumented');
  });

  test('answers while the input is still open', async () => {
    const child = spawn(process.execPath, [MAIN, 'decide']);
    child.stdin.write(lines(CASE));
    const first = await new Promise((done) => child.stdout.once('data', (piece: Buffer) => done(piece.toString())));
    expect(first).toBe(`${ALLOWED}\n`);
    child.stdin.end();
    expect(await new Promise((done) => child.on('close', done))).toBe(0);
  });

  test('leaves quietly when its reader does', async () => {
    const child = spawn(process.execPath, [MAIN, 'decide']);
    let err = '';
    child.stderr.on('data', (piece: Buffer) => (err += piece.toString()));
    child.stdin.on('error', () => undefined);
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end(lines(CASE).repeat(20_000));
    expect(await new Promise((done) => child.on('close', done))).toBe(0);
    expect(err).toBe('');
  });
});
